// Contents of streams and files: text where they are UTF-8, else { base64 }.

/** The bytes of a content. */
export function bytes(content) {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return Uint8Array.from(atob(content.base64), (character) => character.charCodeAt(0));
}

/** What JSON.stringify makes of a value that is bytes. */
export function replacer(_key, value) {
  if (value instanceof ArrayBuffer) return { base64: base64(new Uint8Array(value)) };
  if (ArrayBuffer.isView(value)) {
    return { base64: base64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
  }
  return value;
}

function base64(bytes) {
  let binary = '';
  // A call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 32_768) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  }
  return btoa(binary);
}
