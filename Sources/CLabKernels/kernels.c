// Training spends nearly all of its time in two routines: the matrix product and the activations.
//
// The networks of the lab are small: layers of 32 units, batches of 32 samples. A general library spends more
// time on choosing, packing and dispatching than on the arithmetic of such a product, and Swift cannot
// compile one function for several instruction sets. So both routines are written once, as templates on the
// vector width, compiled for three widths, and chosen when the program starts.

#include "lab_kernels.h"

// Fused multiply-add where the machine supports it: a product and its sum are rounded once.
#pragma STDC FP_CONTRACT ON

#define NAME(x) four_##x
#define LANES 4
#define ROWS_WIDE 4
#define ROWS_NARROW 8
#define TARGET
#include "kernel.inc"
#include "activation.inc"

#if defined(__x86_64__)

#define NAME(x) eight_##x
#define LANES 8
#define ROWS_WIDE 6
#define ROWS_NARROW 8
#define TARGET __attribute__((target("avx2,fma")))
#include "kernel.inc"
#include "activation.inc"

#define NAME(x) sixteen_##x
#define LANES 16
#define ROWS_WIDE 8
#define ROWS_NARROW 8
#define NARROWER eight_multiply
#define TARGET __attribute__((target("avx512f,avx2,fma")))
#include "kernel.inc"
#include "activation.inc"

#endif

typedef void (*Kernel)(const float *, long, long, const float *, float *, long, long, long, long, int);

static Kernel kernel = four_multiply;
typedef void (*ActivationRoutine)(int, float, const float *, const float *, float *, long);
static ActivationRoutine activation = four_activation;
static int lanes = 4;

__attribute__((constructor)) static void choose(void) {
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512f")) {
        kernel = sixteen_multiply;
        activation = sixteen_activation;
        lanes = 16;
    } else if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        kernel = eight_multiply;
        activation = eight_activation;
        lanes = 8;
    }
#endif
}

void lab_multiply(const float *a, long aStep, long aRow, const float *b, float *c, long rows, long count,
                  long columns, int adding) {
    kernel(a, aStep, aRow, b, c, rows, count, columns, columns, adding);
}

void lab_activation(int kind, float parameter, const float *x, const float *upstream, float *out, long count) {
    activation(kind, parameter, x, upstream, out, count);
}

int lab_lanes(void) { return lanes; }
