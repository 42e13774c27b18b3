using System.Xml;

namespace HandoffBot.Features.Intake.Lists.Files;

/// <summary>The names of a document, which must not be so many that they fill the memory.</summary>
internal sealed class NamesWithin : NameTable
{
    private const int Most = 10_000;

    private int count;

    public override string Add(string key)
    {
        if (Get(key) is { } known)
        {
            return known;
        }

        Count();
        return base.Add(key);
    }

    public override string Add(char[] key, int start, int len)
    {
        if (Get(key, start, len) is { } known)
        {
            return known;
        }

        Count();
        return base.Add(key, start, len);
    }

    private void Count()
    {
        if (++count > Most)
        {
            throw new UnreadableListException(ListProblem.Inflated);
        }
    }
}
