const hoard = [];
for (let count = 0; count < 12; count += 1) hoard.push(Buffer.alloc(50 * 1024 * 1024, 1));
throw new Error(`%TAG% ${hoard.length}`);
