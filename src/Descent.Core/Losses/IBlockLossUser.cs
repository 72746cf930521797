namespace Descent;

/// <summary>Who needs the very type of a block loss, so that it is compiled into their loop.</summary>
internal interface IBlockLossUser<TResult>
{
    TResult Use<TLoss>(TLoss loss)
        where TLoss : struct, IBlockLoss;
}
