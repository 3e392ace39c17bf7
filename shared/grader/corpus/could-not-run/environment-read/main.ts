throw new Error(JSON.stringify(process.env));
