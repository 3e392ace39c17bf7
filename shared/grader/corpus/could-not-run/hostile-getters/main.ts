const refuse = () => {
  throw new Error('no');
};

export function main() {
  throw new Proxy(new Error(), { get: refuse, ownKeys: refuse, getOwnPropertyDescriptor: refuse });
}
