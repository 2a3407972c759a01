#include "CZlib.h"

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

struct czlib_inflater {
  z_stream stream;
};

czlib_inflater *czlib_new(void) {
  czlib_inflater *inflater = calloc(1, sizeof *inflater);
  if (inflater == NULL) return NULL;
  // 16 more than the largest window: gzip and nothing else.
  if (inflateInit2(&inflater->stream, 15 + 16) != Z_OK) {
    free(inflater);
    return NULL;
  }
  return inflater;
}

czlib_result czlib_inflate(
    czlib_inflater *inflater, const void *input, size_t input_count, void *output,
    size_t output_count, size_t *taken, size_t *given) {
  z_stream *stream = &inflater->stream;
  uInt in = input_count > UINT_MAX ? UINT_MAX : (uInt)input_count;
  uInt out = output_count > UINT_MAX ? UINT_MAX : (uInt)output_count;
  stream->next_in = (Bytef *)input;
  stream->avail_in = in;
  stream->next_out = output;
  stream->avail_out = out;
  int code = inflate(stream, Z_NO_FLUSH);
  *taken = in - stream->avail_in;
  *given = out - stream->avail_out;
  switch (code) {
    case Z_OK:
    case Z_BUF_ERROR:
      return czlib_progress;
    case Z_STREAM_END:
      return czlib_member_end;
    case Z_MEM_ERROR:
      return czlib_no_memory;
    default:
      return czlib_damaged;
  }
}

int czlib_next_member(czlib_inflater *inflater) {
  return inflateReset(&inflater->stream) == Z_OK;
}

void czlib_free(czlib_inflater *inflater) {
  if (inflater == NULL) return;
  inflateEnd(&inflater->stream);
  free(inflater);
}
