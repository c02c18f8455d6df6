/* libxml2's headers include ICU's where it was built with it, and those clash with the copy inside Foundation. Nothing
   here uses ICU: the define is taken away before they are read. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
