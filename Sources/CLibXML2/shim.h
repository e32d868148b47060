// The parts of libxml2 that Anchang uses: reading templates, validating, writing reports.
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/relaxng.h>
#include <libxml/xmlwriter.h>
