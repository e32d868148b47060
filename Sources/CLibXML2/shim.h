// The parts of libxml2 that Anchang uses: reading templates, validating, writing reports.
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/relaxng.h>
#include <libxml/xmlwriter.h>

/// Frees a text that libxml2 allocated; `xmlFree` itself is a variable, which Swift cannot call
/// safely from several threads.
static inline void anchang_xml_free(void *text) { xmlFree(text); }
