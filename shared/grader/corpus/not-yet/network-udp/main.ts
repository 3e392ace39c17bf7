import { createSocket } from 'node:dgram';

const socket = createSocket('udp4');
socket.on('error', () => {});
await new Promise((resolve) => socket.send('%TAG%', Number('%PORT%'), '127.0.0.1', resolve));
socket.close();
export * from './honest.ts';
