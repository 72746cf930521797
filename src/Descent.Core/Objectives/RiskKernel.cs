namespace Descent;

/// <summary>
/// The loops over rows of one loss, compiled for that loss and for how the rows are stored.
/// </summary>
internal abstract class RiskKernel
{
    /// <summary>
    /// Adds the losses and gradients of some places; see <see cref="RiskSum{TBlocks, TLoss}"/>.
    /// </summary>
    public abstract void AddRows(in RiskPoint point, int first, int count, Span<double> total);

    /// <summary>The loss of one row; see <see cref="SampleKernel{TBlocks, TLoss}.Evaluate"/>.</summary>
    public abstract double EvaluateRow(
        in RiskPoint point, double divisor, Span<double> gradient, out double slope);

    /// <summary>
    /// Descends along one row after the other; see <see cref="SampleKernel{TBlocks, TLoss}.Descend"/>.
    /// </summary>
    public abstract bool DescendByRow(
        Dataset data,
        RowSet rows,
        double divisor,
        ReadOnlySpan<double> rates,
        Span<double> weights,
        Span<double> bias);

    /// <summary>
    /// Follows single rows; see <see cref="ReducedKernel{TBlocks, TLoss}.Follow"/>.
    /// </summary>
    public abstract void Follow(Dataset data, RowSet rows, in ReducedWalk walk);

    public static RiskKernel Of(ILoss loss) =>
        loss is BlockLoss block
            ? block.ShowTo(default(Factory))
            : new Typed<LaneByLane>(new LaneByLane(loss));

    private readonly struct Factory : IBlockLossUser<RiskKernel>
    {
        public RiskKernel Use<TLoss>(TLoss loss)
            where TLoss : struct, IBlockLoss => new Typed<TLoss>(loss);
    }

    private sealed class Typed<TLoss>(TLoss loss) : RiskKernel
        where TLoss : struct, IBlockLoss
    {
        private readonly TLoss _loss = loss;

        public override void AddRows(in RiskPoint point, int first, int count, Span<double> total)
        {
            if (point.Data.Features.Store is SparseRows sparse)
            {
                var blocks = new SparseBlocks(sparse, Kernels.AllFinite(point.Weights));
                Sum(blocks, point).AddRows(first, count, total);
                return;
            }

            var store = (DenseRows)point.Data.Features.Store;
            if (store.IsResident)
                Sum(new DenseBlocks<Resident>(store), point).AddRows(first, count, total);
            else if (point.Rows.List.IsEmpty && point.Data.Features.Selection is null)
                Sum(new DenseBlocks<Streamed>(store), point).AddRows(first, count, total);
            else
                Sum(new DenseBlocks<Scattered>(store), point).AddRows(first, count, total);
        }

        public override double EvaluateRow(
            in RiskPoint point, double divisor, Span<double> gradient, out double slope)
        {
            var rows = new RiskRows(point.Data, point.Rows);
            if (point.Data.Features.Store is SparseRows sparse)
            {
                return Rows(new SparseBlocks(sparse, Kernels.AllFinite(point.Weights)), rows, divisor)
                    .Evaluate(point.Weights, point.Bias, gradient, out slope);
            }

            var store = (DenseRows)point.Data.Features.Store;
            return store.IsResident
                ? Rows(new DenseBlocks<Resident>(store), rows, divisor)
                    .Evaluate(point.Weights, point.Bias, gradient, out slope)
                : Rows(new DenseBlocks<Scattered>(store), rows, divisor)
                    .Evaluate(point.Weights, point.Bias, gradient, out slope);
        }

        public override bool DescendByRow(
            Dataset data,
            RowSet rows,
            double divisor,
            ReadOnlySpan<double> rates,
            Span<double> weights,
            Span<double> bias)
        {
            var places = new RiskRows(data, rows);
            if (data.Features.Store is SparseRows sparse)
            {
                // Weights that do not stay finite are told apart at the end.
                return Rows(new SparseBlocks(sparse, weightsAreFinite: true), places, divisor)
                    .Descend(rates, weights, bias);
            }

            var store = (DenseRows)data.Features.Store;
            return store.IsResident
                ? Rows(new DenseBlocks<Resident>(store), places, divisor).Descend(rates, weights, bias)
                : Rows(new DenseBlocks<Scattered>(store), places, divisor).Descend(rates, weights, bias);
        }

        public override void Follow(Dataset data, RowSet rows, in ReducedWalk walk)
        {
            var places = new RiskRows(data, rows);
            // Weights that do not stay finite are told apart by the evaluation that follows.
            if (data.Features.Store is SparseRows sparse)
                Reduced(new SparseBlocks(sparse, weightsAreFinite: true), places).Follow(walk);
            else if (((DenseRows)data.Features.Store).IsResident)
                Reduced(new DenseBlocks<Resident>((DenseRows)data.Features.Store), places).Follow(walk);
            else
                Reduced(new DenseBlocks<Scattered>((DenseRows)data.Features.Store), places).Follow(walk);
        }

        private ReducedKernel<TBlocks, TLoss> Reduced<TBlocks>(TBlocks blocks, scoped in RiskRows rows)
            where TBlocks : struct, IRowBlocks, allows ref struct => new(blocks, _loss, in rows);

        private SampleKernel<TBlocks, TLoss> Rows<TBlocks>(
            TBlocks blocks, scoped in RiskRows rows, double divisor)
            where TBlocks : struct, IRowBlocks, allows ref struct => new(blocks, _loss, in rows, divisor);

        private RiskSum<TBlocks, TLoss> Sum<TBlocks>(TBlocks blocks, in RiskPoint point)
            where TBlocks : struct, IRowBlocks, allows ref struct =>
            new(blocks, _loss, new RiskRows(point.Data, point.Rows), point.Weights, point.Bias);
    }
}
