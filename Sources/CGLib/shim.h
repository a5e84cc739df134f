#ifndef GLEANER_CGLIB_H
#define GLEANER_CGLIB_H

/* The three functions of GLib that we use, declared here because GLib's own headers ask for compiler flags that Swift's
   package manager prints a warning about on every build. GChecksumType: G_CHECKSUM_SHA256 = 2. */
char *g_compute_checksum_for_data(int checksum_type, const unsigned char *data, unsigned long length);
char *g_compute_hmac_for_data(int digest_type, const unsigned char *key, unsigned long key_length,
                              const unsigned char *data, unsigned long length);
void g_free(void *memory);

#endif
