/// Proofs of claims about real functions by enclosing their values on boxes that cover the domain.
public enum EnclosureProof {}
