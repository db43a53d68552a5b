// Who vouches for a runtime, in words.
const WORDS = {
  official: 'signed with a release key of Hognose',
  added_key: 'signed with a key that this page added',
  pinned: 'pinned by its hash',
  development: 'development-signed: with a key that everybody has, which proves nothing of who made it',
  unsigned: 'unsigned: nobody vouches for it',
};

export const voucher = (trust) => WORDS[trust] ?? trust;
