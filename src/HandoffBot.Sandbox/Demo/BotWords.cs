using HandoffBot.Domain.Team;
using HandoffBot.Resources;

namespace HandoffBot.Sandbox.Demo;

/// <summary>The buttons that stories press, in the bot's own words.</summary>
internal sealed class BotWords(Language language)
{
    public string Take => Texts.Get("Handoff.Take", language);

    public string TakeNext => Texts.Get("Handoff.TakeNext", language);

    public string Contact => Texts.Get("Handoff.Contact", language);

    public string Outcome => Texts.Get("Handoff.Result", language);

    public string Holidays => $"{Texts.Get("Team.SetHolidays", language)}…";

    public string Bad => Texts.Get("Handoff.Bad", language);

    public string NotOurArea => Texts.Get("Handoff.RejectNotOurArea", language);

    public string Reached => Texts.Get("Handoff.Reached", language);

    public string Tomorrow => Texts.Get("Promotions.Tomorrow", language);

    public string Announce => Texts.Get("Promotions.Announce", language);

    public string Ready => Texts.Get("Promotions.ButtonReady", language);
}
