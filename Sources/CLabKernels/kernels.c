#include "lab_kernels.h"

// A product and the sum it goes into are rounded once where the machine can do that.
#pragma STDC FP_CONTRACT ON

#define NAME(x) four_##x
#define LANES 4
#define ROWS_WIDE 4
#define ROWS_NARROW 8
#define TARGET
#include "kernel.inc"
#define BNAME(x) four_##x
#define BLANES 4
#define BTARGET 
#include "activation.inc"

#if defined(__x86_64__)

#define NAME(x) eight_##x
#define LANES 8
#define ROWS_WIDE 6
#define ROWS_NARROW 8
#define TARGET __attribute__((target("avx2,fma")))
#include "kernel.inc"
#define BNAME(x) eight_##x
#define BLANES 8
#define BTARGET __attribute__((target("avx2,fma")))
#include "activation.inc"

#define NAME(x) sixteen_##x
#define LANES 16
#define ROWS_WIDE 8
#define ROWS_NARROW 8
#define NARROWER eight_multiply
#define TARGET __attribute__((target("avx512f,avx2,fma")))
#include "kernel.inc"
#define BNAME(x) sixteen_##x
#define BLANES 16
#define BTARGET __attribute__((target("avx512f,avx2,fma")))
#include "activation.inc"

#endif

typedef void (*Kernel)(const float *, long, long, const float *, float *, long, long, long, long, int);

static Kernel kernel = four_multiply;
typedef void (*ActivationRoutine)(int, float, const float *, const float *, float *, long);
static ActivationRoutine activation = four_activation;
static int trainees = 4;

__attribute__((constructor)) static void choose(void) {
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512f")) {
        kernel = sixteen_multiply;
        activation = sixteen_activation;
        trainees = 16;
    } else if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        kernel = eight_multiply;
        activation = eight_activation;
        trainees = 8;
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

int lab_lanes(void) { return trainees; }
