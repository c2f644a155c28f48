// What runtime.SetCgoTraceback asks of C, for this program's few functions.
void thumbs_traceback(void *);
void thumbs_context(void *);
void thumbs_symbolizer(void *);
void thumbs_nameless(void *);

void shrink(char *picture, int width);
void clear_picture(char *picture, int width);
