using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.Demo;

/// <summary>What happened that Monday before anybody looked: the summary at nine, then leads, taken and worked. Played in earnest.</summary>
internal sealed class Morning(Session session)
{
    private readonly Hands _hands = new(session);
    private readonly Visitors _visitors = new(session.Cast.Texts);

    private Cast Cast => session.Cast;

    private TelegramWorld World => session.World;

    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        await NineOClockAsync();
        World.Clock.Advance(TimeSpan.FromMinutes(41));
        await AnnouncedAsync();
        World.Clock.Advance(TimeSpan.FromMinutes(30));
        await TakenAsync(Cast.Anna, 1, cancellationToken);
        World.Clock.Advance(TimeSpan.FromMinutes(14));
        if (await TakenAsync(Cast.Ivan, 0, cancellationToken))
        {
            World.Clock.Advance(TimeSpan.FromMinutes(7));
            await ReachedAsync(Cast.Ivan);
        }

        World.Clock.Advance(TimeSpan.FromMinutes(9));
        await ArrivesAsync(0, cancellationToken);
    }

    private async Task NineOClockAsync()
    {
        World.Clock.Advance(TimeSpan.FromSeconds(20));
        await _hands.SeeAsync(v =>
            v.Messages(Cast.Channel).Any(m => m.Photo is not null) && v.Messages(Cast.Olga.Id).Any()
        );
    }

    private async Task AnnouncedAsync()
    {
        var (maria, chat) = (Cast.Maria, Cast.Maria.Id);
        await TellAsync("/promo");
        await TellAsync(Cast.Texts.Promotion);
        await _hands.PressAsync(maria, chat, Cast.Says.Tomorrow);
        await _hands.PressAsync(maria, chat, Cast.Says.Announce);
        await _hands.PressAsync(Cast.Anna, Cast.SalesChat, Cast.Says.Ready);
        await _hands.SeeAsync(v => v.Chat(Cast.SalesChat).PinnedMessage is not null);

        async Task TellAsync(string text)
        {
            var said = World.Say(maria.Id, chat, text);
            await _hands.SeeAsync(v => v.Chat(chat).LastMessageId > said.Id);
        }
    }

    private async Task<bool> ArrivesAsync(int campaign, CancellationToken cancellationToken)
    {
        var before = World.View.Chat(Cast.SalesChat).LastMessageId;
        await session.Door.SendLeadAsync(_visitors.Next(Cast.Texts.Campaigns[campaign]), cancellationToken);
        return await _hands.SeeAsync(v => v.Chat(Cast.SalesChat).LastMessageId > before);
    }

    private async Task<bool> TakenAsync(Person rep, int campaign, CancellationToken cancellationToken)
    {
        if (!await ArrivesAsync(campaign, cancellationToken))
        {
            return false;
        }

        World.Clock.Advance(TimeSpan.FromSeconds(48));
        var before = World.View.Chat(rep.Id).LastMessageId;
        return await _hands.PressAsync(rep, Cast.SalesChat, Cast.Says.Take)
            && await _hands.SeeAsync(v => v.Chat(rep.Id).LastMessageId > before);
    }

    private async Task ReachedAsync(Person rep)
    {
        await _hands.PressAsync(rep, rep.Id, Cast.Says.Reached);
        if (World.View.Messages(rep.Id).LastOrDefault() is { } contact)
        {
            var note = World.Say(rep.Id, rep.Id, Cast.Texts.Note, contact.Id);
            await _hands.SeeAsync(v => v.Message(rep.Id, note.Id)?.Reactions.IsEmpty == false);
        }
    }
}
