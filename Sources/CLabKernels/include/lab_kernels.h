#ifndef LAB_KERNELS_H
#define LAB_KERNELS_H

/// The matrix product that dominates training, for the widest vectors of the machine.
///
/// C[r][n] = (adding ? C[r][n] : 0) + sum over k of A[r * aRow + k * aStep] * B[k * columns + n], for r below `rows`, k
/// below `count`, n below `columns`. C has `columns` numbers per row.
void lab_multiply(const float *a, long aStep, long aRow, const float *b, float *c, long rows, long count,
                  long columns, int adding);

/// Activations with kernels.
enum { LAB_SIGMOID, LAB_TANH, LAB_SWISH, LAB_GELU, LAB_ELU };

/// out[n] = f(x[n]), or upstream[n] * f'(x[n]) where `upstream` is not NULL; within 3e-6 for |x| up to 20.
///
/// The parameter is Swish's beta or ELU's alpha, and ignored otherwise.
void lab_activation(int kind, float parameter, const float *x, const float *upstream, float *out, long count);

/// The number of floats in a vector: 4, 8 or 16.
int lab_lanes(void);

#endif
