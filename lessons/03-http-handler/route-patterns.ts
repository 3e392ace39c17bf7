/** A route's parameter as frameworks write it: `:id`, `{id}`, `<id>`, `[id]`. */
const PARAMETER = String.raw`(?::\w+|\{\w+\}|<\w+>|\[\w+\])`;

const LOOK = `/orders/${PARAMETER}`;
const PAY = `${LOOK}/payment`;

export const LOOK_ROUTE = new RegExp(`^${LOOK}$`);
export const PAY_ROUTE = new RegExp(`^${PAY}$`);
export const LOOK_NAME = new RegExp(`^GET ${LOOK}$`);
export const PAY_NAME = new RegExp(`^POST ${PAY}$`);
