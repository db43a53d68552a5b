# The numeric tower.
from abc import ABC


class Number(ABC):
    __hash__ = None

    @classmethod
    def __subclasshook__(cls, C):
        # A Decimal is a Number and nothing more; who has none need not load it.
        return True if cls is Number and (C.__module__, C.__name__) == ("decimal", "Decimal") else NotImplemented


class Complex(Number):
    pass


class Real(Complex):
    @property
    def real(self):
        return +self

    @property
    def imag(self):
        return 0

    def conjugate(self):
        return +self


class Rational(Real):
    def __float__(self):
        return int(self.numerator) / int(self.denominator)


class Integral(Rational):
    @property
    def numerator(self):
        return +self

    @property
    def denominator(self):
        return 1


Complex.register(complex)
Real.register(float)
Integral.register(int)
