#ifndef LEMMA_LIBCRYPTO_H
#define LEMMA_LIBCRYPTO_H

/* OpenSSL's hashes. */
#include <openssl/sha.h>

#endif
