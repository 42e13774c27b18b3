namespace HandoffBot.Domain.Leads;

/// <summary>
/// Decides whether who asks is somebody known. A phone, a mailbox or an account in common is not enough where the names contradict each
/// other, or where it is one that many share: to put two people together loses one of them, to keep one apart costs a press.
/// </summary>
internal static class SamePerson
{
    public static Kinship Between(Contact known, Contact asked)
    {
        if (Common(known, asked) is not { } common)
        {
            return Kinship.None;
        }

        var names = PersonName.Compare(known.Name, asked.Name);
        var isSame = names switch
        {
            NameAgreement.Differ => false,
            NameAgreement.Same => !OtherExtension(known, asked, evenOneSided: false)
                || common is not ContactKeyKind.Phone,
            _ => common switch
            {
                ContactKeyKind.Messenger => true,
                ContactKeyKind.Email => !Mailbox.IsOfMany(known.Mailbox!) || !OtherNumber(known, asked),
                _ => !OtherExtension(known, asked, evenOneSided: true) && !AreColleagues(known, asked, names),
            },
        };
        return isSame ? Kinship.Same : Kinship.Perhaps;
    }

    /// <summary>What both have; the one that tells most.</summary>
    public static ContactKeyKind? Common(Contact known, Contact asked) =>
        known.Account is { } account && account == asked.Account ? ContactKeyKind.Messenger
        : known.Mailbox is { } mailbox && mailbox == asked.Mailbox ? ContactKeyKind.Email
        : known.Numbers.Intersect(asked.Numbers).Any() ? ContactKeyKind.Phone
        : null;

    /// <summary>One phone, but each has a mailbox or an account of their own, and no name says that they are one.</summary>
    private static bool AreColleagues(Contact known, Contact asked, NameAgreement names)
    {
        var mailboxes = known.Mailbox is not null && asked.Mailbox is not null;
        var accounts = known.Account is not null && asked.Account is not null;
        return names is NameAgreement.Unknown
            ? mailboxes || accounts
            : mailboxes && Mailbox.AreOfOneCompany(known.Mailbox!, asked.Mailbox!);
    }

    private static bool OtherNumber(Contact known, Contact asked) =>
        known.Numbers.Any() && asked.Numbers.Any() && !known.Numbers.Intersect(asked.Numbers).Any();

    private static bool OtherExtension(Contact known, Contact asked, bool evenOneSided) =>
        known.Extension != asked.Extension
        && (evenOneSided || (known.Extension is not null && asked.Extension is not null));
}
