import stolen from '#stolen' with { type: 'json' };

throw new Error(JSON.stringify(stolen));
