/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/bb-save-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (bb-save-error-quark, bb_save_error)

void
bb_save_set_error (GError    **error,
                   int         error_number,
                   const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  switch (error_number)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error (error, BB_SAVE_ERROR, BB_SAVE_ERROR_NO_SPACE,
                   _("There is not enough space to save “%s”. Nothing was changed there. Free some space or choose another place."),
                   name);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, BB_SAVE_ERROR, BB_SAVE_ERROR_DENIED,
                   _("“%s” can’t be written: there is no permission. Nothing was changed there. Choose another place."), name);
      break;
    case EEXIST:
      g_set_error (error, BB_SAVE_ERROR, BB_SAVE_ERROR_EXISTS, _("“%s” is already there and was not overwritten."), name);
      break;
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, BB_SAVE_ERROR, BB_SAVE_ERROR_FAILED, _("“%s” can’t be written: the folder does not exist."), name);
      break;
    default:
      g_set_error (error, BB_SAVE_ERROR, BB_SAVE_ERROR_FAILED, _("“%s” can’t be written: %s. Choose another place."), name,
                   g_strerror (error_number));
      break;
    }
}
