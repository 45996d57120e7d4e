#include <gmp.h>
#include <mpfr.h>

/* The parts of a fraction: macros in gmp.h, which Swift cannot see. */
static inline mpz_srcptr lemma_mpq_numerator(mpq_srcptr q) { return mpq_numref(q); }
static inline mpz_srcptr lemma_mpq_denominator(mpq_srcptr q) { return mpq_denref(q); }
static inline mpz_ptr lemma_mpq_mutable_numerator(mpq_ptr q) { return mpq_numref(q); }
static inline mpz_ptr lemma_mpq_mutable_denominator(mpq_ptr q) { return mpq_denref(q); }
