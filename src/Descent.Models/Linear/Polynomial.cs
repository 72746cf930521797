namespace Descent.Models;

/// <summary>A polynomial in several variables: a constant, and a coefficient for each term.</summary>
/// <param name="Terms">The terms, as <see cref="PolynomialFeatures"/> orders them.</param>
/// <param name="Coefficients">One for each term.</param>
/// <param name="Constant">The value where all variables are 0.</param>
internal sealed record Polynomial(PolynomialTerms Terms, Vector Coefficients, double Constant)
{
    /// <summary>The terms of so many variables up to a degree.</summary>
    public static PolynomialTerms TermsOf(int variables, int degree) => PolynomialTerms.Of(
        variables, new PolynomialFeatures(degree).ColumnCount(variables), areDistinct: false);

    /// <summary>The values at rows of variables, each from its own row alone.</summary>
    public Vector At(int rows, Action<int, double[]> fill, int variables)
    {
        var (row, products, values) = (new double[variables], new double[Terms.Count], new double[rows]);
        for (var i = 0; i < rows; i++)
        {
            fill(i, row);
            Terms.Evaluate(row, products);
            values[i] = Kernels.Dot(products, Coefficients.AsSpan()) + Constant;
        }

        return Vector.Own(values);
    }

    /// <summary>The same function of u, where the variables are <c>xⱼ = shiftⱼ + scaleⱼ uⱼ</c>.</summary>
    public Polynomial Substitute(Vector shift, Vector scale)
    {
        var (sum, constant) = (new double[Terms.Count], Constant);
        for (var k = 0; k < Terms.Count; k++)
        {
            if (Coefficients[k] is 0)
                continue;

            // The product is multiplied out factor by factor; −1 is the term of degree 0.
            var product = new SortedDictionary<int, double> { [-1] = Coefficients[k] };
            foreach (var factor in Terms.Factors(k))
                product = Times(product, factor, shift[factor], scale[factor]);
            foreach (var (term, coefficient) in product)
            {
                if (term < 0)
                    constant += coefficient;
                else
                    sum[term] += coefficient;
            }
        }

        return this with { Coefficients = Vector.Own(sum), Constant = constant };
    }

    private SortedDictionary<int, double> Times(
        SortedDictionary<int, double> product, int variable, double shift, double scale)
    {
        var result = new SortedDictionary<int, double>();
        foreach (var (term, coefficient) in product)
        {
            Add(term, coefficient * shift);
            Add(Terms.Times(term, variable), coefficient * scale);
        }

        return result;

        void Add(int term, double coefficient)
        {
            if (coefficient is not 0)
                result[term] = result.GetValueOrDefault(term) + coefficient;
        }
    }
}
