using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;

namespace HandoffBot.Features.Intake;

/// <summary>
/// Makes a post fit to be stored. Too long is cut and an unreadable phone is kept, because a paid lead does not die of a typo;
/// refused is only what leaves nobody to answer, and what shows that the sender's program is wrong.
/// </summary>
internal static class InquiryReader
{
    public const int MaxKey = 128;

    public const int MaxName = 200;
    public const int MaxProduct = 200;
    public const int MaxCity = 100;
    public const int MaxCampaign = 120;
    public const int MaxMessage = 4000;

    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan WrongClock = TimeSpan.FromDays(1);

    /// <summary>The inquiry, or null with the reasons in <paramref name="errors"/>.</summary>
    /// <param name="country">Where a phone without a country is at home.</param>
    /// <param name="headerKey">The Idempotency-Key, where the post has no id of its own.</param>
    public static NewInquiry? Read(
        LeadPost post,
        string country,
        DateTimeOffset now,
        FieldErrors errors,
        string? headerKey = null
    )
    {
        var phone = PhoneReader.Read(post.Phone, country);
        var email = EmailReader.Read(post.Email)?.Address.ToLowerInvariant();
        var messenger = MessengerReader.Read(post.Messenger, country);
        RequireContact(post, !phone.IsNone || email is not null || messenger is not null, errors);
        var occurredAt = When(post.OccurredAt, now, errors);
        var (kind, key) = KeyOf(post.ExternalId, headerKey, errors);
        if (errors.Any)
        {
            return null;
        }

        return new NewInquiry
        {
            KeyKind = kind,
            Key = key,
            Name = Line(post.Name, MaxName),
            Phone = phone,
            Email = email,
            Messenger = messenger is { } known ? Shown(known) : null,
            IsMessengerKnown = messenger is { Kind: not MessengerKind.Other },
            Message = OutsideText.Lines(post.Message, MaxMessage) is { Length: > 0 } message ? message : null,
            Product = Line(post.Product, MaxProduct),
            City = Line(post.City, MaxCity),
            Campaign = Line(post.Campaign, MaxCampaign) ?? Line(post.Utm.GetValueOrDefault("campaign"), MaxCampaign),
            Trace = LeadTrace.Of(post, phone, email),
            OccurredAt = occurredAt,
            IsTest = post.IsTest,
        };
    }

    private static void RequireContact(LeadPost post, bool hasContact, FieldErrors errors)
    {
        if (hasContact)
        {
            return;
        }

        var isNamed = false;
        if (Line(post.Phone, LeadTrace.MaxText) is not null)
        {
            errors.Add("phone", "A phone has five digits at least.");
            isNamed = true;
        }

        if (Line(post.Email, LeadTrace.MaxText) is not null)
        {
            errors.Add("email", "This is no e-mail address.");
            isNamed = true;
        }

        // What could not even be read has its complaint already.
        if (!isNamed && !errors.Has("phone") && !errors.Has("email") && !errors.Has("messenger"))
        {
            errors.Add("phone", "A lead needs a phone, an email or a messenger.");
        }
    }

    private static DateTimeOffset? When(string? text, DateTimeOffset now, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        const DateTimeStyles Style = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Style, out var at))
        {
            errors.Add("occurredAt", "Give an ISO 8601 time, such as 2026-11-16T10:00:00+03:00.");
            return null;
        }

        if (at < Earliest || at > now + WrongClock)
        {
            errors.Add("occurredAt", "This is not a time in the past.");
            return null;
        }

        return at.ToUniversalTime();
    }

    private static (InquiryKey Kind, string Key) KeyOf(string? externalId, string? headerKey, FieldErrors errors)
    {
        var (kind, name, text) = string.IsNullOrWhiteSpace(externalId)
            ? (InquiryKey.Header, "Idempotency-Key", headerKey)
            : (InquiryKey.ExternalId, "externalId", externalId);
        if (string.IsNullOrWhiteSpace(text))
        {
            return (InquiryKey.Own, Guid.NewGuid().ToString("N"));
        }

        // A key that had to be cut or cleaned could be another's: those are refused instead.
        if (text.Length > MaxKey || OutsideText.Line(text, MaxKey) != text.Trim())
        {
            errors.Add(name, $"An id is one line of at most {MaxKey} letters and digits.");
        }

        return (kind, text.Trim());
    }

    /// <summary>How an account stands in a contact.</summary>
    public static string Shown(MessengerReading messenger) =>
        messenger.Kind switch
        {
            MessengerKind.Other => messenger.Handle,
            _ when messenger.Handle.StartsWith('@') => messenger.Handle.ToLowerInvariant(),
            _ => $"{messenger.Kind} {messenger.Handle}",
        };

    private static string? Line(string? text, int maxLength) =>
        OutsideText.Line(text, maxLength) is { Length: > 0 } line ? line : null;
}
