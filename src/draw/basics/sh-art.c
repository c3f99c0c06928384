/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-art.h"

#include <math.h>
#include <string.h>

#include "sh-art-names.h"
#include "sh-config.h"
#include "sh-draw-resources.h"
#include "sh-svg-path.h"

/* How finely curves are sampled, in plate units: a circle of 5 units' radius is then off by less
 * than a quarter of a unit. */
#define SAMPLE_STEP 3.0
/* Farthest coordinate that a path may have, in plate units. */
#define PLATE_LIMIT 10000.0

struct _ShArt
{
  grefcount refs;
  GHashTable *curves; /* char * → ShCurve * */
  GHashTable *places; /* char * → ShPoint * */
  GPtrArray *ids;     /* of the curves, in the order of the files */
};

typedef struct
{
  ShArt *art;
  const ShArtFile *file;
  GArray *matrices; /* cairo_matrix_t, one for each open element */
} Loader;

static ShArt *
art_new (void)
{
  ShArt *art = g_new0 (ShArt, 1);

  g_ref_count_init (&art->refs);
  art->curves =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) sh_curve_free);
  art->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  art->ids = g_ptr_array_new ();
  return art;
}

ShArt *
sh_art_ref (ShArt *art)
{
  g_ref_count_inc (&art->refs);
  return art;
}

void
sh_art_unref (ShArt *art)
{
  if (art == NULL || !g_ref_count_dec (&art->refs))
    return;
  g_ptr_array_unref (art->ids);
  g_hash_table_unref (art->curves);
  g_hash_table_unref (art->places);
  g_free (art);
}

const ShCurve *
sh_art_curve (const ShArt *art, const char *id)
{
  return g_hash_table_lookup (art->curves, id);
}

gboolean
sh_art_place (const ShArt *art, const char *id, ShPoint *place)
{
  const ShPoint *found = g_hash_table_lookup (art->places, id);

  if (found == NULL)
    return FALSE;
  *place = *found;
  return TRUE;
}

const char *const *
sh_art_curve_ids (const ShArt *art, gsize *n)
{
  *n = art->ids->len;
  return (const char *const *) art->ids->pdata;
}

static const char *
attribute (const char **names, const char **values, const char *name)
{
  for (int i = 0; names[i]; i++)
    if (g_str_equal (names[i], name))
      return values[i];
  return NULL;
}

static gboolean
fail (GError **error, const Loader *loader, const char *id, const char *what)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: “%s”: %s", loader->file->file, id,
               what);
  return FALSE;
}

/* The widths of a path, one for each of its @n nodes, scaled with the drawing. */
static gboolean
read_widths (const Loader *loader,
             const char *id,
             const char *text,
             guint n,
             double scale,
             GArray *widths,
             GError **error)
{
  const char *at = text;

  for (;;)
    {
      char *end;
      double width = g_ascii_strtod (at, &end) * scale;

      if (end == at)
        break;
      if (!(width >= 0 && isfinite (width)))
        return fail (error, loader, id, "a width in data-width is not a positive number");
      g_array_append_val (widths, width);
      at = end;
      while (g_ascii_isspace (*at) || *at == ',')
        at++;
    }
  if (*at != '\0' || widths->len != n)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   "%s: “%s”: data-width holds %u widths, but the path has %u nodes",
                   loader->file->file, id, widths->len, n);
      return FALSE;
    }
  return TRUE;
}

/* What lies farther out is a mistake of the file, and sampling it could take all memory. */
static gboolean
near_plate (ShPoint p)
{
  return fabs (p.x) < PLATE_LIMIT && fabs (p.y) < PLATE_LIMIT;
}

static gboolean
all_near_plate (const ShSvgPath *path)
{
  const GArray *arrays[] = { path->knots, path->handles };

  for (guint k = 0; k < G_N_ELEMENTS (arrays); k++)
    for (guint i = 0; i < arrays[k]->len; i++)
      if (!near_plate (g_array_index (arrays[k], ShPoint, i)))
        return FALSE;
  return TRUE;
}

static gboolean
add_path (Loader *loader,
          const char *id,
          const char *d,
          const char *widths_text,
          const cairo_matrix_t *matrix,
          GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (ShSvgPath) path = sh_svg_path_parse (d, &local);
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (double));
  double scale = sqrt (fabs (matrix->xx * matrix->yy - matrix->xy * matrix->yx));
  ShCurve *curve;
  char *key;

  if (path == NULL)
    return fail (error, loader, id, local->message);
  if (widths_text && !read_widths (loader, id, widths_text, path->knots->len, scale, widths, error))
    return FALSE;
  sh_svg_path_transform (path, matrix);
  if (!all_near_plate (path))
    return fail (error, loader, id, "the path runs far outside the plate");
  curve = sh_curve_from_beziers ((const ShPoint *) (void *) path->knots->data,
                                 (const ShPoint *) (void *) path->handles->data,
                                 widths_text ? (const double *) (void *) widths->data : NULL,
                                 (int) path->knots->len, path->closed, SAMPLE_STEP);
  key = g_strdup (id);
  g_ptr_array_add (loader->art->ids, key);
  g_hash_table_insert (loader->art->curves, key, curve);
  return TRUE;
}

/* A coordinate of a circle; one that is not given is 0. */
static gboolean
read_coordinate (const char *text, double *value)
{
  char *end = NULL;

  *value = text ? g_ascii_strtod (text, &end) : 0;
  return text == NULL || (end != text && *end == '\0' && isfinite (*value));
}

static gboolean
add_place (Loader *loader,
           const char *id,
           const char *cx,
           const char *cy,
           const cairo_matrix_t *matrix,
           GError **error)
{
  ShPoint place;

  if (!read_coordinate (cx, &place.x) || !read_coordinate (cy, &place.y))
    return fail (error, loader, id, "the centre of the circle is not a pair of numbers");
  cairo_matrix_transform_point (matrix, &place.x, &place.y);
  if (!near_plate (place))
    return fail (error, loader, id, "the circle lies far outside the plate");
  g_hash_table_insert (loader->art->places, g_strdup (id), g_memdup2 (&place, sizeof place));
  return TRUE;
}

/* Whether the id has the form of the names that painters look for: "bone.", "vein."… */
static gboolean
is_ours (const ShArtFile *file, const char *id)
{
  const char *dot = strchr (id, '.');
  gsize length = dot ? (gsize) (dot - id) + 1 : strlen (id) + 1;

  if (file->open_family && g_str_has_prefix (id, file->open_family))
    return TRUE;
  for (gsize i = 0; i < file->n_names; i++)
    if (strncmp (file->names[i].id, id, length) == 0)
      return TRUE;
  return FALSE;
}

/* Levenshtein's distance between two short names. */
static guint
distance (const char *a, const char *b)
{
  gsize n = strlen (b);
  g_autofree guint *row = g_new (guint, n + 1);

  for (gsize j = 0; j <= n; j++)
    row[j] = (guint) j;
  for (gsize i = 0; a[i]; i++)
    {
      guint corner = row[0];

      row[0] = (guint) i + 1;
      for (gsize j = 0; j < n; j++)
        {
          guint change = corner + (a[i] == b[j] ? 0 : 1);

          corner = row[j + 1];
          row[j + 1] = MIN (change, MIN (corner, row[j]) + 1);
        }
    }
  return row[n];
}

static const char *
nearest_name (const ShArtFile *file, const char *id)
{
  const char *best = NULL;
  guint least = G_MAXUINT;

  for (gsize i = 0; i < file->n_names; i++)
    {
      guint away = distance (id, file->names[i].id);

      if (away < least)
        {
          least = away;
          best = file->names[i].id;
        }
    }
  return best;
}

static gboolean
is_known (const ShArtFile *file, const char *id)
{
  if (file->open_family && g_str_has_prefix (id, file->open_family))
    return TRUE;
  for (gsize i = 0; i < file->n_names; i++)
    if (g_str_equal (file->names[i].id, id))
      return TRUE;
  return FALSE;
}

static void
start_element (GMarkupParseContext *context,
               const char *element,
               const char **names,
               const char **values,
               gpointer data,
               GError **error)
{
  Loader *loader = data;
  const char *id = attribute (names, values, "id");
  const char *transform = attribute (names, values, "transform");
  const char *d = attribute (names, values, "d");
  cairo_matrix_t matrix, outer;
  g_autoptr (GError) local = NULL;

  outer = g_array_index (loader->matrices, cairo_matrix_t, loader->matrices->len - 1);
  cairo_matrix_init_identity (&matrix);
  if (transform && !sh_svg_transform_parse (transform, &matrix, &local))
    {
      fail (error, loader, id ? id : element, local->message);
      return;
    }
  cairo_matrix_multiply (&matrix, &matrix, &outer);
  g_array_append_val (loader->matrices, matrix);

  if (id == NULL || !is_ours (loader->file, id))
    return;
  if (!is_known (loader->file, id))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 "%s: the name “%s” is not known; the nearest one is “%s”", loader->file->file, id,
                 nearest_name (loader->file, id));
  else if (sh_art_curve (loader->art, id) || g_hash_table_contains (loader->art->places, id))
    fail (error, loader, id, "the name is used twice");
  else if (g_str_equal (element, "path") && d)
    add_path (loader, id, d, attribute (names, values, "data-width"), &matrix, error);
  else if (g_str_equal (element, "circle") || g_str_equal (element, "ellipse"))
    add_place (loader, id, attribute (names, values, "cx"), attribute (names, values, "cy"),
               &matrix, error);
}

static void
end_element (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Loader *loader = data;

  g_array_set_size (loader->matrices, loader->matrices->len - 1);
}

static gboolean
check_complete (const Loader *loader, GError **error)
{
  for (gsize i = 0; i < loader->file->n_names; i++)
    {
      const ShArtName *name = &loader->file->names[i];
      const ShCurve *curve = sh_art_curve (loader->art, name->id);
      gboolean found = name->kind == SH_ART_PLACE
                           ? g_hash_table_contains (loader->art->places, name->id)
                           : curve != NULL;

      if (!found)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s: the %s “%s” is missing",
                       loader->file->file, name->kind == SH_ART_PLACE ? "circle" : "path",
                       name->id);
          return FALSE;
        }
      if (name->kind == SH_ART_WIDE_PATH && curve->width == NULL)
        return fail (error, loader, name->id, "the path has no data-width");
    }
  return TRUE;
}

static gboolean
load_text (ShArt *art, const ShArtFile *file, const char *text, gssize length, GError **error)
{
  static const GMarkupParser parser = { .start_element = start_element,
                                        .end_element = end_element };
  g_autoptr (GArray) matrices = g_array_new (FALSE, FALSE, sizeof (cairo_matrix_t));
  Loader loader = { .art = art, .file = file, .matrices = matrices };
  g_autoptr (GMarkupParseContext) context =
      g_markup_parse_context_new (&parser, G_MARKUP_PREFIX_ERROR_POSITION, &loader, NULL);
  cairo_matrix_t identity;

  cairo_matrix_init_identity (&identity);
  g_array_append_val (matrices, identity);
  if (!g_markup_parse_context_parse (context, text, length, error) ||
      !g_markup_parse_context_end_parse (context, error))
    {
      if (error && *error && strstr ((*error)->message, file->file) == NULL)
        g_prefix_error (error, "%s: ", file->file);
      return FALSE;
    }
  return check_complete (&loader, error);
}

ShArt *
sh_art_load_text (const char *file, const char *text, gssize length, GError **error)
{
  g_autoptr (ShArt) art = art_new ();

  for (gsize i = 0; i < sh_art_n_files; i++)
    if (g_str_equal (sh_art_files[i].file, file))
      return load_text (art, &sh_art_files[i], text, length, error) ? g_steal_pointer (&art) : NULL;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s: no such plate", file);
  return NULL;
}

ShArt *
sh_art_load (GError **error)
{
  g_autoptr (ShArt) art = art_new ();
  GResource *resource = sh_draw_get_resource ();

  for (gsize i = 0; i < sh_art_n_files; i++)
    {
      g_autofree char *path =
          g_strconcat (SH_RESOURCE_PREFIX "/anatomy/", sh_art_files[i].file, NULL);
      g_autoptr (GBytes) bytes =
          g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
      gsize length;
      const char *text;

      if (bytes == NULL)
        return NULL;
      text = g_bytes_get_data (bytes, &length);
      if (!load_text (art, &sh_art_files[i], text, (gssize) length, error))
        return NULL;
    }
  return g_steal_pointer (&art);
}
