import stolen from './outside/secret.json' with { type: 'json' };

throw new Error(JSON.stringify(stolen));
