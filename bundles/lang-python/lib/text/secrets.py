# Chance that nobody can guess, as far as the host gives it.
from hmac import compare_digest
from random import SystemRandom

DEFAULT_ENTROPY = 32
_r = SystemRandom()
choice = _r.choice
randbits = _r.getrandbits


def randbelow(n):
    if n <= 0:
        raise ValueError("Upper bound must be positive.")
    return _r._below(n)


def token_bytes(nbytes=None):
    return _r.randbytes(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    from base64 import urlsafe_b64encode

    return urlsafe_b64encode(token_bytes(nbytes)).rstrip(b"=").decode()
