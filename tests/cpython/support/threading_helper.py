import unittest

requires_working_threading = lambda *, module=False: unittest.skip("no threads")
reap_threads = unittest.skip("no threads")
