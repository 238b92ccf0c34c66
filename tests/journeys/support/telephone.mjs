// The app in somebody's telephone: RFC 6238 with HMAC-SHA-1, six digits, 30 seconds.
import { createHmac } from 'node:crypto';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const bytes = (key) => Buffer.from([...key.replace(/\s/g, '')].map((c) => letters.indexOf(c).toString(2).padStart(5, '0')).join('').match(/.{8}/g).map((bits) => parseInt(bits, 2)));
const pause = (ms) => new Promise((later) => setTimeout(later, ms));

export class Telephone {
  last = 0;
  constructor(key) { this.key = bytes(key); }

  shows(step) {
    const count = Buffer.alloc(8);
    count.writeBigUInt64BE(BigInt(step));
    const hash = createHmac('sha1', this.key).update(count).digest();
    return String((hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1e6).padStart(6, '0');
  }
  // A code works once, and the one before and the one after are good too: so three can be used without waiting.
  async code() {
    const earliest = () => Math.max(this.last + 1, Math.floor((Date.now() - 22000) / 30000));
    while (earliest() > Math.floor(Date.now() / 30000) + 1) await pause(250);
    return this.shows((this.last = earliest()));
  }
}
