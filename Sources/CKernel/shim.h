#include <sys/prctl.h>

/// `prctl` takes any number of arguments, which Swift cannot call.
static inline int set_dumpable(int is_dumpable) {
  return prctl(PR_SET_DUMPABLE, (unsigned long)is_dumpable, 0UL, 0UL, 0UL);
}
