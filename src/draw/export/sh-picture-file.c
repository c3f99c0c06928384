/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-picture-file.h"

#include <math.h>
#include <string.h>

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <zlib.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-cautions.h"

/* The signature of a PNG file and its first chunk, IHDR; behind it texts may stand. */
#define PNG_HEAD (8 + 4 + 4 + 13 + 4)

static const char *const endings[SH_N_PICTURES] = { ".png", ".svg", ".pdf" };

/* What cairo writes goes on to the sink; where the format has no call of cairo's for it, the texts
 * are put in between. */
typedef struct
{
  ShPictureFormat format;
  const char *scenario;
  ShPictureSink sink;
  gpointer sink_data;
  GByteArray *head; /* kept until the texts were written */
  gboolean told;
  /* Where in an SVG the stream is: see shorten (). */
  gsize matched;
  gboolean in_path;
  int decimals; /* -1: not behind a point */
} Stream;

/* A hundredth of a pixel is seen by nobody, and cairo writes a millionth. */
#define SVG_PATH_DECIMALS 2

gboolean
sh_picture_format_of (const char *path, ShPictureFormat *format)
{
  for (int i = 0; i < SH_N_PICTURES; i++)
    if (strlen (path) > strlen (endings[i]) && g_str_has_suffix (path, endings[i]))
      {
        *format = (ShPictureFormat) i;
        return TRUE;
      }
  return FALSE;
}

static void
append_u32 (GByteArray *bytes, guint32 number)
{
  guint32 big = GUINT32_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *) &big, 4);
}

/* One iTXt chunk: a keyword, not compressed, no language, then the text in UTF-8 (PNG
 * specification, 11.3.4.5). */
static void
append_png_text (GByteArray *bytes, const char *keyword, const char *text)
{
  guint at = bytes->len;
  gsize length = strlen (keyword) + 5 + strlen (text);

  append_u32 (bytes, (guint32) length);
  g_byte_array_append (bytes, (const guint8 *) "iTXt", 4);
  g_byte_array_append (bytes, (const guint8 *) keyword, (guint) strlen (keyword));
  g_byte_array_append (bytes, (const guint8 *) "\0\0\0\0\0", 5);
  g_byte_array_append (bytes, (const guint8 *) text, (guint) strlen (text));
  append_u32 (bytes, (guint32) crc32 (0, bytes->data + at + 4, (uInt) length + 4));
}

static void
append_svg_text (GByteArray *bytes, const char *scenario)
{
  g_autofree char *text =
      g_markup_printf_escaped ("\n<title>Second Heart</title>\n<desc>%s</desc>\n<metadata>%s"
                               "</metadata>",
                               sh_caution_education (), scenario);

  g_byte_array_append (bytes, (const guint8 *) text, (guint) strlen (text));
}

/* Where the texts may stand in what has come so far; 0: not yet. */
static gsize
place_of_texts (const Stream *stream)
{
  const char *text = (const char *) stream->head->data;
  const char *tag, *end;

  if (stream->format == SH_PICTURE_PNG)
    return stream->head->len >= PNG_HEAD ? PNG_HEAD : 0;
  tag = g_strstr_len (text, stream->head->len, "<svg");
  end = tag != NULL ? memchr (tag, '>', stream->head->len - (gsize) (tag - text)) : NULL;
  return end != NULL ? (gsize) (end + 1 - text) : 0;
}

/* Writes the head with the texts in it. */
static gboolean
tell (Stream *stream, gsize place)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  stream->told = TRUE;
  g_byte_array_append (bytes, stream->head->data, (guint) place);
  if (stream->format == SH_PICTURE_PNG)
    {
      append_png_text (bytes, "Title", "Second Heart");
      append_png_text (bytes, "Description", sh_caution_education ());
      append_png_text (bytes, "Scenario", stream->scenario);
    }
  else
    append_svg_text (bytes, stream->scenario);
  g_byte_array_append (bytes, stream->head->data + place, stream->head->len - (guint) place);
  return stream->sink (bytes->data, bytes->len, stream->sink_data);
}

/* Whether this byte of an SVG is needed: numbers in the data of paths keep few decimals. All else,
 * matrices above all, is left as it is. */
static gboolean
is_needed (Stream *stream, char byte)
{
  static const char path_data[] = " d=\"";

  if (!stream->in_path)
    {
      stream->matched = byte == path_data[stream->matched] ? stream->matched + 1 : byte == ' ';
      stream->in_path = stream->matched == strlen (path_data);
      if (stream->in_path)
        stream->matched = 0;
      stream->decimals = -1;
      return TRUE;
    }
  stream->in_path = byte != '"';
  if (byte == '.')
    stream->decimals = 0;
  else if (!g_ascii_isdigit (byte))
    stream->decimals = -1;
  else if (stream->decimals >= 0)
    return stream->decimals++ < SVG_PATH_DECIMALS;
  return TRUE;
}

/* A copy of a piece of an SVG without what is not needed. Returns: (transfer full) */
static GByteArray *
shorten (Stream *stream, const unsigned char *bytes, unsigned int length)
{
  GByteArray *kept = g_byte_array_sized_new (length);

  for (unsigned int i = 0; i < length; i++)
    if (is_needed (stream, (char) bytes[i]))
      g_byte_array_append (kept, bytes + i, 1);
  return kept;
}

static cairo_status_t
write_cb (void *user_data, const unsigned char *bytes, unsigned int length)
{
  Stream *stream = user_data;
  g_autoptr (GByteArray) kept = NULL;
  gsize place;

  if (stream->format == SH_PICTURE_SVG)
    {
      kept = shorten (stream, bytes, length);
      bytes = kept->data;
      length = kept->len;
    }
  if (length == 0)
    return CAIRO_STATUS_SUCCESS;
  if (stream->told)
    return stream->sink (bytes, length, stream->sink_data) ? CAIRO_STATUS_SUCCESS
                                                           : CAIRO_STATUS_WRITE_ERROR;
  g_byte_array_append (stream->head, bytes, length);
  place = place_of_texts (stream);
  return place == 0 || tell (stream, place) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static cairo_surface_t *
make_surface (Stream *stream, double width, double height)
{
  cairo_surface_t *surface;

  if (stream->format == SH_PICTURE_PNG)
    return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (width),
                                       (int) ceil (height));
  if (stream->format == SH_PICTURE_SVG)
    {
      surface = cairo_svg_surface_create_for_stream (write_cb, stream, width, height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      return surface;
    }
  stream->told = TRUE;
  surface = cairo_pdf_surface_create_for_stream (write_cb, stream, width, height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, "Second Heart");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, sh_caution_education ());
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, stream->scenario);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
  return surface;
}

static cairo_status_t
paint_surface (cairo_surface_t *surface, Stream *stream, ShPicturePaint paint, gpointer paint_data)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  paint (cr, paint_data);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS && stream->format == SH_PICTURE_PNG)
    status = cairo_surface_write_to_png_stream (surface, write_cb, stream);
  cairo_surface_finish (surface);
  return status != CAIRO_STATUS_SUCCESS ? status : cairo_surface_status (surface);
}

gboolean
sh_picture_write (ShPictureFormat format,
                  double width,
                  double height,
                  const char *scenario,
                  ShPicturePaint paint,
                  gpointer paint_data,
                  ShPictureSink sink,
                  gpointer sink_data,
                  GError **error)
{
  g_autoptr (GByteArray) head = g_byte_array_new ();
  Stream stream = { format, scenario, sink, sink_data, head, FALSE };
  cairo_surface_t *surface = make_surface (&stream, width, height);
  cairo_status_t status = paint_surface (surface, &stream, paint, paint_data);

  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS && status != CAIRO_STATUS_WRITE_ERROR)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
  return status == CAIRO_STATUS_SUCCESS;
}
