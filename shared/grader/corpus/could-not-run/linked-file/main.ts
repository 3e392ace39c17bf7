import stolen from './stolen.json' with { type: 'json' };

throw new Error(JSON.stringify(stolen));
