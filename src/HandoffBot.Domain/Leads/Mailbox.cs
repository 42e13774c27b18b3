using System.Collections.Frozen;

namespace HandoffBot.Domain.Leads;

/// <summary>Which mailbox an e-mail address leads to, in one spelling, where its provider lets several lead to one.</summary>
internal static class Mailbox
{
    /// <summary>
    /// Tags and dots as Gmail, Outlook.com, iCloud, Proton, Fastmail and Yandex describe them in their help; the same lists stand in
    /// validator.js (normalizeEmail) and gmr/email-normalize. Mail.ru and Yahoo promise nothing of the kind, so nothing is assumed of
    /// them, nor of a company's own domain.
    /// </summary>
    private static readonly FrozenDictionary<string, Provider> Providers = Table(
        new("gmail.com", "googlemail.com", Tag: '+', Ignored: "."),
        new("yandex.ru", "ya.ru yandex.com yandex.by yandex.kz yandex.ua narod.ru", Tag: '+', Dashes: true),
        new("icloud.com", "me.com mac.com", Tag: '+'),
        new("proton.me", "protonmail.com pm.me", Tag: '+', Ignored: ".-_"),
        new("fastmail.com", "fastmail.fm", Tag: '+', OneMailbox: false),
        new(
            "outlook.com",
            "hotmail.com live.com msn.com outlook.de outlook.fr hotmail.co.uk hotmail.fr live.ru",
            Tag: '+',
            OneMailbox: false
        ),
        new("mail.ru", "bk.ru inbox.ru list.ru internet.ru", OneMailbox: false),
        new("yahoo.com", "yahoo.co.uk yahoo.de yahoo.fr ymail.com", OneMailbox: false),
        new("rambler.ru", "lenta.ru ro.ru gmx.de gmx.net gmx.com web.de", OneMailbox: false)
    );

    /// <summary>Read by whoever is at work, not by one person.</summary>
    private static readonly FrozenSet<string> OfMany = (
        "info office sales hello mail contact contacts admin support shop order orders reception team zakaz zakazy zakupki"
        + " snab prodazhi buh buhgalter sekretar kontakt service help manager"
    )
        .Split(' ')
        .ToFrozenSet();

    /// <param name="address">As it is written to.</param>
    public static string Of(string address)
    {
        var (local, host) = Split(address.ToLowerInvariant());
        if (!Providers.TryGetValue(host, out var provider))
        {
            return $"{local}@{host}";
        }

        var tag = provider.Tag is { } mark ? local.IndexOf(mark) : -1;
        local = tag > 0 ? local[..tag] : local;
        local = provider.Dashes ? local.Replace('-', '.') : local;
        local = string.Concat(local.Where(c => !provider.Ignored.Contains(c)));
        return $"{local}@{(provider.OneMailbox ? provider.Host : host)}";
    }

    /// <summary>Whether several people may read what is sent there.</summary>
    public static bool IsOfMany(string mailbox) => OfMany.Contains(Split(mailbox).Local.TrimEnd('0', '1', '2', '3'));

    /// <summary>Whether both are mailboxes of one company, and not of a provider that has them for everybody.</summary>
    public static bool AreOfOneCompany(string one, string other) =>
        Split(one).Host == Split(other).Host && !Providers.ContainsKey(Split(one).Host);

    private static (string Local, string Host) Split(string address)
    {
        var at = address.LastIndexOf('@');
        return at < 0 ? (address, "") : (address[..at], Ascii(address[(at + 1)..]));
    }

    private static string Ascii(string host)
    {
        try
        {
            return new IdnMapping().GetAscii(host);
        }
        catch (ArgumentException)
        {
            return host;
        }
    }

    private static FrozenDictionary<string, Provider> Table(params Provider[] providers) =>
        providers
            .SelectMany(p => p.Others.Split(' ').Prepend(p.Host).Select(host => (host, p)))
            .ToFrozenDictionary(p => p.host, p => p.p);

    /// <param name="Others">Its other domains.</param>
    /// <param name="Tag">What begins a tag that leads nowhere else.</param>
    /// <param name="Ignored">Letters of the local part that make no difference.</param>
    /// <param name="Dashes">A dash and a dot are one.</param>
    /// <param name="OneMailbox">One name is one mailbox on all of its domains.</param>
    private sealed record Provider(
        string Host,
        string Others,
        char? Tag = null,
        string Ignored = "",
        bool Dashes = false,
        bool OneMailbox = true
    );
}
