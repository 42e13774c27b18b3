using HandoffBot.Domain.Intake;

namespace HandoffBot.Features.Intake.ByHand;

/// <summary>What a typed or pasted text adds to a draft, and what is asked next.</summary>
internal static class NewLeadReading
{
    /// <summary>With so many fields recognised a text is a whole lead, not the answer to one question.</summary>
    private const int WholeLead = 2;

    private const int LongestProduct = 100;
    private const int MaxLine = 200;
    private const int MaxMessage = 4000;

    /// <summary>Where a dictation begins, with the text it was begun with.</summary>
    public static (string Step, NewLeadDraft Draft) Begin(string text, string country, CityNames cities)
    {
        var given = PastedLead.Read(text, country, cities);
        var draft = Of(given);
        return (Recognised(given) >= WholeLead, draft.HasContact) switch
        {
            (true, true) => (NewLeadStep.Check, draft),
            (_, false) when draft.Name is not null => (NewLeadStep.Contact, draft),
            _ => (NewLeadStep.Name, draft),
        };
    }

    /// <summary>The draft with the answer in it; null when the answer says nothing to the question.</summary>
    public static (string Step, NewLeadDraft Draft)? Answer(
        string step,
        NewLeadDraft draft,
        string text,
        string country,
        CityNames cities
    )
    {
        var line = OutsideText.Line(text, MaxLine);
        if (line.Length == 0)
        {
            return null;
        }

        if (step is NewLeadStep.Name && !draft.IsFixing)
        {
            var given = PastedLead.Read(text, country, cities);
            if (Recognised(given) >= WholeLead)
            {
                return Begin(text, country, cities);
            }

            if (given.HasContact)
            {
                return WithoutName(draft, given);
            }
        }

        NewLeadDraft? known = step switch
        {
            NewLeadStep.Name => draft with { Name = line },
            NewLeadStep.Contact => WithContact(draft, PastedLead.Read(text, country, cities)),
            NewLeadStep.Wanted => WithWish(draft, text),
            NewLeadStep.City => draft with { City = line },
            _ => null,
        };
        return known is null ? null : (NewLeadStep.After(step, known), known with { IsFixing = false });
    }

    /// <summary>A contact where the name was asked: what stands beside it is the name, and alone it leaves the name to be asked.</summary>
    private static (string Step, NewLeadDraft Draft) WithoutName(NewLeadDraft draft, PastedFields given)
    {
        var known = WithContact(draft, given)! with { Name = given.Name ?? NameIn(given.Message) };
        return (known.Name is null ? NewLeadStep.Name : NewLeadStep.After(NewLeadStep.Name, known), known);
    }

    private static string? NameIn(string? text) => text is null ? null : OutsideText.Line(text, MaxLine);

    private static NewLeadDraft Of(PastedFields given) =>
        new()
        {
            Name = given.Name,
            Phone = given.Phone.Shown,
            Email = given.Email?.Address,
            Messenger = Handle(given),
            Product = given.Product,
            City = given.City,
            Message = given.Message,
        };

    private static NewLeadDraft? WithContact(NewLeadDraft draft, PastedFields given) =>
        given.HasContact
            ? draft with
            {
                Phone = given.Phone.Shown,
                Email = given.Email?.Address,
                Messenger = Handle(given),
            }
            : null;

    private static NewLeadDraft WithWish(NewLeadDraft draft, string text)
    {
        var all = OutsideText.Lines(text, MaxMessage);
        return all.Length <= LongestProduct && !all.Contains('\n')
            ? draft with
            {
                Product = all,
            }
            : draft with
            {
                Message = all,
            };
    }

    private static string? Handle(PastedFields given) =>
        given.Messenger switch
        {
            null => null,
            { Kind: MessengerKind.Other } other => other.Handle,
            { } known when known.Handle.StartsWith('@') => known.Handle,
            { } known => $"{known.Kind}: {known.Handle}",
        };

    private static int Recognised(PastedFields given) =>
        new object?[] { given.Name, given.Phone.Shown, given.Email, given.Messenger, given.Product, given.City }.Count(
            f => f is not null
        );
}
