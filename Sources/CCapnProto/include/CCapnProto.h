/* CCapnProto: libcapnp behind a C interface.
 *
 * THE CONTRACT
 *
 * Naming. Every function is `ccapnp_<object>_<verb>`, every type `ccapnp_<noun>`, every constant
 * `CCAPNP_<NOUN>_<VALUE>`.
 *
 * Results. A function that can fail returns an int: 0 (CCAPNP_OK) or one of the CCAPNP_ERROR_...
 * kinds, and gives its results through pointer parameters, which it leaves alone when it fails. No
 * C++ exception, signal, exit or abort leaves this module, destructors included.
 *
 * Errors. The last parameter, `error`, may be NULL. On failure its struct is overwritten: it need
 * not be initialised before, and the caller owns what it holds until ccapnp_error_clear. On success
 * it is not touched.
 *
 * Ownership. What a `..._create`, `..._open`, `..._disown` or `..._copy` gives is the caller's, to
 * be given back to the matching `..._destroy` (messages, builders, orphans) or `ccapnp_free`
 * (plain memory). A view (the structs named ..._reader and ..._builder) owns nothing: it is plain
 * data, may be copied bit for bit, and is good as long as the message or builder that it came from.
 *
 * Views. The fields of a view are public, so that a caller reads scalars by itself, without a
 * call: `data` leads to `data_bits` bits, and `pointers` to `pointer_count` words of eight bytes.
 * They are read-only for the caller, who may only make one view from another: the element of a
 * struct list, or the pointer of a struct or list. The struct in a list has its pointers behind
 * `struct_data_bits`, and a list of structs may be what a list of pointers was upgraded to: each
 * element's pointer is then the first one of its struct. Memory is little-endian.
 *
 * Threads. One message may be read from any number of threads at once (its traversal limit is then
 * approximate). A builder, its views and its orphans belong to one thread at a time. There is no
 * global state.
 */
#ifndef CCAPNPROTO_H
#define CCAPNPROTO_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Errors ---- */

enum {
  CCAPNP_OK = 0,
  CCAPNP_ERROR_FAILED = 1,        /* the message is malformed, or the call does not fit it */
  CCAPNP_ERROR_OVERLOADED = 2,    /* a resource is used up */
  CCAPNP_ERROR_DISCONNECTED = 3,  /* the other end is gone */
  CCAPNP_ERROR_UNIMPLEMENTED = 4, /* libcapnp does not do this */
  CCAPNP_ERROR_MEMORY = 5,        /* no memory */
  CCAPNP_ERROR_ARGUMENT = 6,      /* an argument that no message could take */
  CCAPNP_ERROR_TOO_LARGE = 7,     /* more than the format can hold */
  CCAPNP_ERROR_UNKNOWN = 8,       /* an exception of no known type */
  CCAPNP_ERROR_STORAGE = 9        /* a segment source has no room for another segment */
};

typedef struct {
  int32_t kind;     /* one of CCAPNP_ERROR_... */
  int32_t line;     /* where in libcapnp or in this module; 0 when not known */
  const char *file; /* owned, together with message */
  char *message;    /* owned; NULL only when there was no memory for it */
} ccapnp_error;

void ccapnp_error_clear(ccapnp_error *error);

/* Gives back memory that a function of this module handed out. NULL is fine. */
void ccapnp_free(void *memory);

/* libcapnp's version as major * 1000000 + minor * 1000 + micro. */
int32_t ccapnp_version(void);

/* ---- Kinds ---- */

enum {
  CCAPNP_POINTER_NULL = 0,
  CCAPNP_POINTER_STRUCT = 1,
  CCAPNP_POINTER_LIST = 2,
  CCAPNP_POINTER_CAPABILITY = 3
};

enum {
  CCAPNP_ELEMENT_VOID = 0,
  CCAPNP_ELEMENT_BIT = 1,
  CCAPNP_ELEMENT_BYTE = 2,
  CCAPNP_ELEMENT_TWO_BYTES = 3,
  CCAPNP_ELEMENT_FOUR_BYTES = 4,
  CCAPNP_ELEMENT_EIGHT_BYTES = 5,
  CCAPNP_ELEMENT_POINTER = 6,
  CCAPNP_ELEMENT_COMPOSITE = 7,
  CCAPNP_ELEMENT_ANY = 8 /* only as a wish: take the list as it is */
};

/* ---- Views for reading ---- */

typedef struct {
  const void *segment;
  const void *pointer; /* the pointer word; NULL reads as a null pointer */
  int32_t nesting;     /* levels that may still be followed */
} ccapnp_pointer_reader;

typedef struct {
  const void *segment;
  const void *data;
  const void *pointers;
  uint32_t data_bits;
  uint16_t pointer_count;
  int32_t nesting;
} ccapnp_struct_reader;

typedef struct {
  const void *segment;
  const void *data;
  uint32_t count;
  uint32_t step_bits; /* from one element to the next */
  uint32_t struct_data_bits;
  uint16_t struct_pointers;
  uint8_t element_size; /* one of CCAPNP_ELEMENT_... */
  int32_t nesting;
} ccapnp_list_reader;

typedef struct {
  const void *data;
  size_t size; /* in bytes, without the terminator of a text */
} ccapnp_blob;

/* ---- Views for building ---- */

typedef struct {
  void *segment;
  void *cap_table;
  void *pointer;
} ccapnp_pointer_builder;

typedef struct {
  void *segment;
  void *cap_table;
  void *data;
  void *pointers;
  uint32_t data_bits;
  uint16_t pointer_count;
} ccapnp_struct_builder;

typedef struct {
  void *segment;
  void *cap_table;
  void *data;
  uint32_t count;
  uint32_t step_bits;
  uint32_t struct_data_bits;
  uint16_t struct_pointers;
  uint8_t element_size;
} ccapnp_list_builder;

typedef struct {
  void *data;
  size_t size;
} ccapnp_mutable_blob;

/* ---- Messages to read ---- */

typedef struct {
  const void *words; /* aligned to eight bytes */
  size_t count;      /* in words */
} ccapnp_segment;

typedef struct ccapnp_message ccapnp_message;

/* Opens a message over segments that the caller keeps alive and unchanged until the message is
 * destroyed; the array itself is copied. The root is resolved here, so that the message can be
 * shared between threads at once. */
int ccapnp_message_open(const ccapnp_segment *segments, size_t count,
                        uint64_t traversal_limit_words, int32_t nesting_limit,
                        ccapnp_message **message, ccapnp_pointer_reader *root,
                        ccapnp_error *error);
void ccapnp_message_destroy(ccapnp_message *message);

/* Whether a message of one segment is in canonical form. */
int ccapnp_message_is_canonical(const ccapnp_segment *segments, size_t count,
                                uint64_t traversal_limit_words, int32_t nesting_limit,
                                int32_t *result, ccapnp_error *error);

/* ---- Reading: following pointers ---- */

int ccapnp_pointer_kind(const ccapnp_pointer_reader *pointer, int32_t *kind, ccapnp_error *error);

/* `default_words`, when not NULL, leads to the words of a trusted message (root pointer first)
 * that a null pointer stands for. */
int ccapnp_pointer_read_struct(const ccapnp_pointer_reader *pointer, const void *default_words,
                               ccapnp_struct_reader *result, ccapnp_error *error);
int ccapnp_pointer_read_list(const ccapnp_pointer_reader *pointer, int32_t element_size,
                             const void *default_words, ccapnp_list_reader *result,
                             ccapnp_error *error);
int ccapnp_pointer_read_text(const ccapnp_pointer_reader *pointer, const void *default_words,
                             ccapnp_blob *result, ccapnp_error *error);
int ccapnp_pointer_read_data(const ccapnp_pointer_reader *pointer, const void *default_words,
                             ccapnp_blob *result, ccapnp_error *error);

/* The root pointer of trusted words, such as an encoded default value. */
void ccapnp_pointer_trusted(const void *words, ccapnp_pointer_reader *result);

/* ---- Reading: whole objects ---- */

int ccapnp_pointer_total_size(const ccapnp_pointer_reader *pointer, uint64_t *words,
                              uint32_t *capabilities, ccapnp_error *error);
int ccapnp_struct_total_size(const ccapnp_struct_reader *object, uint64_t *words,
                             uint32_t *capabilities, ccapnp_error *error);
int ccapnp_list_total_size(const ccapnp_list_reader *list, uint64_t *words,
                           uint32_t *capabilities, ccapnp_error *error);

enum {
  CCAPNP_EQUALITY_NOT_EQUAL = 0,
  CCAPNP_EQUALITY_EQUAL = 1,
  CCAPNP_EQUALITY_UNKNOWN = 2 /* there are capabilities in it */
};
int ccapnp_pointer_equal(const ccapnp_pointer_reader *left, const ccapnp_pointer_reader *right,
                         int32_t *result, ccapnp_error *error);
int ccapnp_struct_equal(const ccapnp_struct_reader *left, const ccapnp_struct_reader *right,
                        int32_t *result, ccapnp_error *error);
int ccapnp_list_equal(const ccapnp_list_reader *left, const ccapnp_list_reader *right,
                      int32_t *result, ccapnp_error *error);

/* The canonical form: one segment, root pointer first. Give the words back to ccapnp_free. */
int ccapnp_struct_canonicalize(const ccapnp_struct_reader *object, void **words, size_t *count,
                               ccapnp_error *error);

/* ---- Builders ---- */

typedef struct ccapnp_builder ccapnp_builder;

enum {
  CCAPNP_GROWTH_DOUBLING = 0, /* each new segment is as large as all before it together */
  CCAPNP_GROWTH_FIXED = 1     /* each new segment has the size of the first, or what it must hold */
};

/* Readers refuse messages of more segments than this, so a builder does not make them. */
enum { CCAPNP_MAX_SEGMENTS = 511 };

int ccapnp_builder_create(uint32_t first_segment_words, int32_t growth, ccapnp_builder **builder,
                          ccapnp_error *error);
void ccapnp_builder_destroy(ccapnp_builder *builder);

/* Where the segments of a builder lie, in place of the heap. The context has to outlive the builder,
 * and the functions must not call the builder. */
typedef struct {
  void *context;
  /* Gives so many zero bytes, aligned to eight; NULL where there is no room for them. A builder
   * that is given NULL asks again for fewer, as far as these will do. */
  void *(*take)(void *context, size_t bytes);
  /* Takes them back. */
  void (*give)(void *context, void *memory, size_t bytes);
} ccapnp_segment_source;

/* As ccapnp_builder_create; the source is copied. Growth slows down for large messages, since what
 * is not used of the last segment takes room as well. */
int ccapnp_builder_create_in(const ccapnp_segment_source *source, uint32_t first_segment_words,
                             int32_t growth, ccapnp_builder **builder, ccapnp_error *error);

/* Empties the builder, and keeps the memory of its first segment for what comes next. All views
 * of the builder end here, and all its orphans must be gone. */
int ccapnp_builder_reset(ccapnp_builder *builder, ccapnp_error *error);

int ccapnp_builder_root(ccapnp_builder *builder, ccapnp_pointer_builder *root,
                        ccapnp_error *error);

/* The segments as they would be sent, good until the builder is next changed. */
int ccapnp_builder_segment_count(ccapnp_builder *builder, size_t *count, ccapnp_error *error);
int ccapnp_builder_segment(ccapnp_builder *builder, size_t index, ccapnp_segment *segment,
                           ccapnp_error *error);
int ccapnp_builder_is_canonical(ccapnp_builder *builder, int32_t *result, ccapnp_error *error);

/* ---- Building ---- */

int ccapnp_pointer_init_struct(const ccapnp_pointer_builder *pointer, uint16_t data_words,
                               uint16_t pointers, ccapnp_struct_builder *result,
                               ccapnp_error *error);
int ccapnp_pointer_init_list(const ccapnp_pointer_builder *pointer, int32_t element_size,
                             size_t count, ccapnp_list_builder *result, ccapnp_error *error);
int ccapnp_pointer_init_struct_list(const ccapnp_pointer_builder *pointer, size_t count,
                                    uint16_t data_words, uint16_t pointers,
                                    ccapnp_list_builder *result, ccapnp_error *error);
int ccapnp_pointer_init_text(const ccapnp_pointer_builder *pointer, size_t size,
                             ccapnp_mutable_blob *result, ccapnp_error *error);
int ccapnp_pointer_init_data(const ccapnp_pointer_builder *pointer, size_t size,
                             ccapnp_mutable_blob *result, ccapnp_error *error);

/* These give what is there, upgraded to the asked size where it is smaller, or a copy of the
 * default. */
int ccapnp_pointer_edit_struct(const ccapnp_pointer_builder *pointer, uint16_t data_words,
                               uint16_t pointers, const void *default_words,
                               ccapnp_struct_builder *result, ccapnp_error *error);
int ccapnp_pointer_edit_list(const ccapnp_pointer_builder *pointer, int32_t element_size,
                             const void *default_words, ccapnp_list_builder *result,
                             ccapnp_error *error);
int ccapnp_pointer_edit_struct_list(const ccapnp_pointer_builder *pointer, uint16_t data_words,
                                    uint16_t pointers, const void *default_words,
                                    ccapnp_list_builder *result, ccapnp_error *error);
int ccapnp_pointer_edit_text(const ccapnp_pointer_builder *pointer, const void *default_words,
                             ccapnp_mutable_blob *result, ccapnp_error *error);
int ccapnp_pointer_edit_data(const ccapnp_pointer_builder *pointer, const void *default_words,
                             ccapnp_mutable_blob *result, ccapnp_error *error);

/* A text, a data, or a list of scalars takes the place of the old one where that has room for it:
 * writing a field again and again does not make the message grow. */
int ccapnp_pointer_set_text(const ccapnp_pointer_builder *pointer, const void *bytes, size_t size,
                            ccapnp_error *error);
int ccapnp_pointer_set_data(const ccapnp_pointer_builder *pointer, const void *bytes, size_t size,
                            ccapnp_error *error);

/* Deep copies. */
int ccapnp_pointer_set_struct(const ccapnp_pointer_builder *pointer,
                              const ccapnp_struct_reader *value, ccapnp_error *error);
int ccapnp_pointer_set_list(const ccapnp_pointer_builder *pointer, const ccapnp_list_reader *value,
                            ccapnp_error *error);
int ccapnp_pointer_set(const ccapnp_pointer_builder *pointer, const ccapnp_pointer_reader *value,
                       int32_t canonical, ccapnp_error *error);
int ccapnp_struct_copy_content(const ccapnp_struct_builder *target,
                               const ccapnp_struct_reader *source, ccapnp_error *error);

int ccapnp_pointer_clear(const ccapnp_pointer_builder *pointer, ccapnp_error *error);
int ccapnp_builder_pointer_kind(const ccapnp_pointer_builder *pointer, int32_t *kind,
                                ccapnp_error *error);

int ccapnp_pointer_as_reader(const ccapnp_pointer_builder *pointer, ccapnp_pointer_reader *result,
                             ccapnp_error *error);
int ccapnp_struct_as_reader(const ccapnp_struct_builder *object, ccapnp_struct_reader *result,
                            ccapnp_error *error);
int ccapnp_list_as_reader(const ccapnp_list_builder *list, ccapnp_list_reader *result,
                          ccapnp_error *error);

/* ---- Orphans: objects of a builder that no pointer leads to ---- */

typedef struct ccapnp_orphan ccapnp_orphan;

int ccapnp_pointer_disown(const ccapnp_pointer_builder *pointer, ccapnp_orphan **orphan,
                          ccapnp_error *error);
/* Ends the orphan, also when it fails. */
int ccapnp_pointer_adopt(const ccapnp_pointer_builder *pointer, ccapnp_orphan *orphan,
                         ccapnp_error *error);
/* Zeroes the object. */
void ccapnp_orphan_destroy(ccapnp_orphan *orphan);

int ccapnp_orphan_create_struct(ccapnp_builder *builder, uint16_t data_words, uint16_t pointers,
                                ccapnp_orphan **orphan, ccapnp_error *error);
int ccapnp_orphan_create_list(ccapnp_builder *builder, int32_t element_size, size_t count,
                              ccapnp_orphan **orphan, ccapnp_error *error);
int ccapnp_orphan_create_struct_list(ccapnp_builder *builder, size_t count, uint16_t data_words,
                                     uint16_t pointers, ccapnp_orphan **orphan,
                                     ccapnp_error *error);
int ccapnp_orphan_create_text(ccapnp_builder *builder, size_t size, ccapnp_orphan **orphan,
                              ccapnp_error *error);
int ccapnp_orphan_create_data(ccapnp_builder *builder, size_t size, ccapnp_orphan **orphan,
                              ccapnp_error *error);
int ccapnp_orphan_copy(ccapnp_builder *builder, const ccapnp_pointer_reader *value,
                       ccapnp_orphan **orphan, ccapnp_error *error);
/* One list of all the elements, in order; `element_size` COMPOSITE takes the struct size. */
int ccapnp_orphan_concat(ccapnp_builder *builder, int32_t element_size, uint16_t data_words,
                         uint16_t pointers, const ccapnp_list_reader *lists, size_t count,
                         ccapnp_orphan **orphan, ccapnp_error *error);

int32_t ccapnp_orphan_is_null(const ccapnp_orphan *orphan);
int ccapnp_orphan_edit_struct(ccapnp_orphan *orphan, uint16_t data_words, uint16_t pointers,
                              ccapnp_struct_builder *result, ccapnp_error *error);
int ccapnp_orphan_edit_list(ccapnp_orphan *orphan, int32_t element_size,
                            ccapnp_list_builder *result, ccapnp_error *error);
int ccapnp_orphan_edit_struct_list(ccapnp_orphan *orphan, uint16_t data_words, uint16_t pointers,
                                   ccapnp_list_builder *result, ccapnp_error *error);
int ccapnp_orphan_edit_text(ccapnp_orphan *orphan, ccapnp_mutable_blob *result,
                            ccapnp_error *error);
int ccapnp_orphan_edit_data(ccapnp_orphan *orphan, ccapnp_mutable_blob *result,
                            ccapnp_error *error);
/* There is no truncation in place, as libcapnp has it: it gives the tail to the next object while
 * older views still reach it, and a view must never be able to overwrite a pointer. */

/* ---- Packing ---- */

typedef struct {
  size_t read;    /* by pack: words; by unpack: bytes */
  size_t written; /* by pack: bytes; by unpack: words */
  int32_t status; /* one of CCAPNP_PACKING_... */
} ccapnp_packing_progress;

enum {
  CCAPNP_PACKING_DONE = 0,
  CCAPNP_PACKING_NEEDS_INPUT = 1, /* the next unit is not whole */
  CCAPNP_PACKING_RUN_PAST_END = 2 /* a run would go past the end of the output */
};

enum {
  CCAPNP_PACKING_BEST = 0,
  CCAPNP_PACKING_SCALAR = 1,
  CCAPNP_PACKING_VECTOR = 2 /* falls back to scalar where the processor has none */
};

int32_t ccapnp_has_vector_packing(void);

/* The most bytes that so many words can pack to. */
size_t ccapnp_packed_bound(size_t words);

/* Packs as libcapnp does for one write of these words, to the same bytes. With less room than the
 * bound it stops between two units, and the rest may be packed by a further call. */
int ccapnp_pack(const void *in, size_t words, void *out, size_t capacity, int32_t path,
                ccapnp_packing_progress *progress);

/* Unpacks up to `words` words, and stops where the input ends between two units. */
int ccapnp_unpack(const void *in, size_t bytes, void *out, size_t words, int32_t out_is_zeroed,
                  int32_t path, ccapnp_packing_progress *progress);

/* The words that all the input unpacks to, found without unpacking. Fails on a cut-off unit. */
int ccapnp_measure_unpacked(const void *in, size_t bytes, size_t *words);

#ifdef __cplusplus
}
#endif

#endif
