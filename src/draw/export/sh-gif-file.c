/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-gif-file.h"

#include <string.h>

#include <gif_lib.h>
#include <libimagequant.h>

/* One entry of the colour table stands for "as before". */
#define COLORS 255
#define AS_BEFORE 255
/* Colours are looked up by their upper five bits: 8 of 256 steps, less than the table's own. */
#define BITS 5
#define CUBE (1 << (3 * BITS))
#define NOT_YET (-1)

struct _ShGifPalette
{
  liq_attr *attr;
  liq_histogram *histogram;
};

struct _ShGifFile
{
  GifFileType *gif;
  ShPictureSink sink;
  gpointer sink_data;
  int width;
  int height;
  int frame_cs;
  GifColorType colors[COLORS + 1];
  gint16 nearest[CUBE]; /* the entry for a colour; NOT_YET */
  guint8 *shown;        /* the entries that are on the screen */
  gboolean begun;
};

ShGifPalette *
sh_gif_palette_new (void)
{
  ShGifPalette *palette = g_new0 (ShGifPalette, 1);

  palette->attr = liq_attr_create ();
  liq_set_max_colors (palette->attr, COLORS);
  /* Speed 5 of 1 to 10: the finest ones look the same on these pictures. */
  liq_set_speed (palette->attr, 5);
  palette->histogram = liq_histogram_create (palette->attr);
  return palette;
}

static const guint32 *
row_of (cairo_surface_t *frame, int y)
{
  const guchar *data = cairo_image_surface_get_data (frame);

  return (const guint32 *) (const void *) (data + y * cairo_image_surface_get_stride (frame));
}

/* libimagequant reads a row as red, green, blue, alpha; cairo has 0xAARRGGBB numbers. */
static void
read_row (liq_color row_out[], int y, int width, void *user_data)
{
  const guint32 *row = row_of (user_data, y);

  for (int x = 0; x < width; x++)
    row_out[x] = (liq_color){
      .r = (guchar) (row[x] >> 16), .g = (guchar) (row[x] >> 8), .b = (guchar) row[x], .a = 255
    };
}

void
sh_gif_palette_add (ShGifPalette *palette, cairo_surface_t *frame)
{
  liq_image *image;

  cairo_surface_flush (frame);
  image = liq_image_create_custom (palette->attr, read_row, frame,
                                   cairo_image_surface_get_width (frame),
                                   cairo_image_surface_get_height (frame), 0);
  liq_histogram_add_image (palette->histogram, palette->attr, image);
  liq_image_destroy (image);
}

void
sh_gif_palette_free (ShGifPalette *palette)
{
  g_clear_pointer (&palette->histogram, liq_histogram_destroy);
  g_clear_pointer (&palette->attr, liq_attr_destroy);
  g_free (palette);
}

static void
choose_colors (ShGifFile *file, const ShGifPalette *palette)
{
  liq_result *result = NULL;
  const liq_palette *colors;

  if (liq_histogram_quantize (palette->histogram, palette->attr, &result) != LIQ_OK)
    return;
  colors = liq_get_palette (result);
  for (guint i = 0; i < colors->count && i < COLORS; i++)
    file->colors[i] =
        (GifColorType){ colors->entries[i].r, colors->entries[i].g, colors->entries[i].b };
  liq_result_destroy (result);
}

static int
distance (const GifColorType *color, int r, int g, int b)
{
  int dr = color->Red - r, dg = color->Green - g, db = color->Blue - b;

  return dr * dr + dg * dg + db * db;
}

static int
find_nearest (const ShGifFile *file, int r, int g, int b)
{
  int best = 0;

  for (int i = 1; i < COLORS; i++)
    if (distance (&file->colors[i], r, g, b) < distance (&file->colors[best], r, g, b))
      best = i;
  return best;
}

static guint8
entry_for (ShGifFile *file, guint32 pixel)
{
  int r = (pixel >> 16) & 0xff, g = (pixel >> 8) & 0xff, b = pixel & 0xff;
  int cell = (r >> (8 - BITS)) << (2 * BITS) | (g >> (8 - BITS)) << BITS | (b >> (8 - BITS));

  if (file->nearest[cell] == NOT_YET)
    file->nearest[cell] = (gint16) find_nearest (file, r, g, b);
  return (guint8) file->nearest[cell];
}

static int
write_cb (GifFileType *gif, const GifByteType *bytes, int length)
{
  ShGifFile *file = gif->UserData;

  return file->sink (bytes, (gsize) length, file->sink_data) ? length : 0;
}

/* Endless repetition is an extension that Netscape introduced: three bytes, a sub-block of 1 and
 * the number of rounds, 0 for no end. */
static gboolean
begin (ShGifFile *file, const char *comment)
{
  static const guint8 no_end[] = { 1, 0, 0 };
  ColorMapObject *map = GifMakeMapObject (COLORS + 1, file->colors);
  gboolean done;

  EGifSetGifVersion (file->gif, true);
  done = map != NULL &&
         EGifPutScreenDesc (file->gif, file->width, file->height, 8, 0, map) == GIF_OK &&
         EGifPutExtensionLeader (file->gif, APPLICATION_EXT_FUNC_CODE) == GIF_OK &&
         EGifPutExtensionBlock (file->gif, 11, "NETSCAPE2.0") == GIF_OK &&
         EGifPutExtensionBlock (file->gif, sizeof no_end, no_end) == GIF_OK &&
         EGifPutExtensionTrailer (file->gif) == GIF_OK &&
         EGifPutComment (file->gif, comment) == GIF_OK;
  GifFreeMapObject (map);
  return done;
}

ShGifFile *
sh_gif_file_new (const ShGifPalette *palette,
                 int width,
                 int height,
                 int frame_cs,
                 const char *comment,
                 ShPictureSink sink,
                 gpointer sink_data)
{
  ShGifFile *file = g_new0 (ShGifFile, 1);

  file->sink = sink;
  file->sink_data = sink_data;
  file->width = width;
  file->height = height;
  file->frame_cs = frame_cs;
  file->shown = g_malloc0 ((gsize) width * (gsize) height);
  for (int i = 0; i < CUBE; i++)
    file->nearest[i] = NOT_YET;
  choose_colors (file, palette);
  file->gif = EGifOpen (file, write_cb, NULL);
  if (file->gif != NULL && begin (file, comment))
    return file;
  sh_gif_file_close (file);
  return NULL;
}

/* The part of the picture that has other entries than before, widened pixel by pixel; turns @next
 * into what is shown. */
typedef struct
{
  int left, top, right, bottom;
} Part;

static void
widen (Part *part, int x, int y)
{
  part->left = MIN (part->left, x);
  part->right = MAX (part->right, x + 1);
  part->top = MIN (part->top, y);
  part->bottom = MAX (part->bottom, y + 1);
}

/* What has changed, in @changes: the new entry, or AS_BEFORE. */
static Part
find_changes (ShGifFile *file, cairo_surface_t *frame, guint8 *changes)
{
  Part part = { file->width, file->height, 0, 0 };

  for (int y = 0; y < file->height; y++)
    {
      const guint32 *row = row_of (frame, y);

      for (int x = 0; x < file->width; x++)
        {
          gsize at = (gsize) y * (gsize) file->width + (gsize) x;
          guint8 entry = entry_for (file, row[x]);

          changes[at] = file->begun && entry == file->shown[at] ? AS_BEFORE : entry;
          file->shown[at] = entry;
          if (changes[at] != AS_BEFORE)
            widen (&part, x, y);
        }
    }
  /* A file needs a frame for each moment, if only of one pixel. */
  if (part.right == 0)
    part = (Part){ 0, 0, 1, 1 };
  return part;
}

static gboolean
write_part (ShGifFile *file, const Part *part, guint8 *changes)
{
  GraphicsControlBlock control = { .DisposalMode = DISPOSE_DO_NOT,
                                   .DelayTime = file->frame_cs,
                                   .TransparentColor = AS_BEFORE };
  GifByteType extension[4];
  int width = part->right - part->left;
  gboolean done;

  EGifGCBToExtension (&control, extension);
  done =
      EGifPutExtension (file->gif, GRAPHICS_EXT_FUNC_CODE, sizeof extension, extension) == GIF_OK &&
      EGifPutImageDesc (file->gif, part->left, part->top, width, part->bottom - part->top, false,
                        NULL) == GIF_OK;
  for (int y = part->top; y < part->bottom && done; y++)
    done = EGifPutLine (file->gif, changes + (gsize) y * (gsize) file->width + part->left, width) ==
           GIF_OK;
  return done;
}

gboolean
sh_gif_file_add (ShGifFile *file, cairo_surface_t *frame)
{
  g_autofree guint8 *changes = g_malloc ((gsize) file->width * (gsize) file->height);
  Part part;

  cairo_surface_flush (frame);
  part = find_changes (file, frame, changes);
  file->begun = TRUE;
  return write_part (file, &part, changes);
}

gboolean
sh_gif_file_close (ShGifFile *file)
{
  gboolean done = file->gif != NULL && EGifCloseFile (file->gif, NULL) == GIF_OK;

  g_free (file->shown);
  g_free (file);
  return done;
}
