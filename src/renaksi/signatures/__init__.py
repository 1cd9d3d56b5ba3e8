"""Electronic signatures of PDF documents: signing, and telling what the signatures in a file say.

`sign` puts a PAdES-B-B signature into a file with a PKCS#12 certificate and keeps earlier ones
valid; `verify` reads all signatures of a file. Both leave cryptography to pyHanko, and are
imported where they are used alone, since that takes most of a second. What was found is
`verdict`, its sentences are `wording`, and the visible stamp is `stamp`.
"""
