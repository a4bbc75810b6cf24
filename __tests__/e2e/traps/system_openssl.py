"""Does with the image's own OpenSSL what libpq does first, and prints "created" or what libpq would complain of.

Only the first call of a process tells of a bad configuration file, so Python's ssl, which has other calls before,
does not show it.
"""
import ctypes

LIBSSL, LIBCRYPTO = ctypes.CDLL("libssl.so.3"), ctypes.CDLL("libcrypto.so.3")
LIBSSL.TLS_method.restype = LIBSSL.SSL_CTX_new.restype = ctypes.c_void_p
LIBSSL.SSL_CTX_new.argtypes = [ctypes.c_void_p]
LIBCRYPTO.ERR_get_error.restype = ctypes.c_ulong
LIBCRYPTO.ERR_reason_error_string.argtypes = [ctypes.c_ulong]
LIBCRYPTO.ERR_reason_error_string.restype = ctypes.c_char_p

if LIBSSL.SSL_CTX_new(LIBSSL.TLS_method()):
    print("created")
else:
    print("could not create SSL context: " + LIBCRYPTO.ERR_reason_error_string(LIBCRYPTO.ERR_get_error()).decode())
