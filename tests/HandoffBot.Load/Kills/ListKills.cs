using HandoffBot.Domain.Team;
using HandoffBot.Load.Figures;
using HandoffBot.Load.Inside;
using HandoffBot.Load.Measures;
using HandoffBot.Load.Running;
using HandoffBot.Resources;

namespace HandoffBot.Load.Kills;

/// <summary>Killed between two commits of a list that is being taken in: nobody may see a part of it, and after the next start all of it is there, once.</summary>
internal sealed class ListKills(KillStage stage, Wording words)
{
    private const int Listed = 250;

    /// <summary>The first of its commits has as many rows, as has the second.</summary>
    private const int AtOnce = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly Town.Team team = stage.Teams[0];
    private readonly long sender = stage.Reps.Keys.First();
    private int midway;
    private int seen;
    private int there;
    private int told;

    /// <param name="language">In which all that people read is compared.</param>
    public static async Task<IReadOnlyList<Row>> MeasureAsync(
        Programs programs,
        Database database,
        Language language,
        int kills
    )
    {
        await using var stage = await KillStage.SettleAsync(programs, database, chats: 1, language: language);
        var lists = new ListKills(stage, new Wording(language, TimeZoneInfo.Utc, Currency.ByCode("EUR")!));
        await lists.JoinAsync();
        for (var kill = 1; kill <= kills; kill++)
        {
            await lists.KillAsync(kill);
        }

        return [lists.Row(kills)];
    }

    /// <summary>Whoever presses in the chat belongs to the team; lists are handed over by marketing.</summary>
    private async Task JoinAsync()
    {
        await stage.Bot.RunAsync();
        var answer = await stage.Bot.PostAsync(LeadPost.Of(1), team.Key);
        var card = await SaidAsync(team.Chat, 0, m => Cards.IsOf(m, answer.Lead!));
        await stage.Telegram.StartAsync(sender);
        await stage.Telegram.PressAsync([sender], team.Chat, card.Id, words["Handoff.Take"]);
        await stage.Database.ExecuteAsync(
            string.Create(CultureInfo.InvariantCulture, $"update members set roles = 3 where person = {sender}")
        );
        await stage.SaidAllAsync(Patience);
        await stage.Bot.StopAsync();
    }

    private async Task KillAsync(int kill)
    {
        var (name, pass) = ($"expo-{kill}", 1 + (kill - 1) % 2);
        var done = words.Say("Intake.ListDone", Listed, 0, name);
        var line = words.Say("Handoff.ListWaits", Listed, name);
        var doomed = stage.Doom(DeathPoint.AmongListCommits, pass);
        await stage.Bot.ReadyAsync();
        await stage.Telegram.SendFileAsync(sender, $"{name}.xlsx", SheetFile.Of(Listed, from: 1_000 * kill));
        var take = words.Say("Intake.ListChoiceTake", Listed);
        var question = await SaidAsync(
            sender,
            0,
            m => m.Buttons.Contains(take) && Says(m, words.Say("Intake.ListFound", $"{name}.xlsx", Listed))
        );
        await stage.Telegram.PressDataAsync([sender], sender, question.Id, question.DataOf(take));
        await Death.AwaitAsync(doomed, Patience);

        midway += await RowsAsync(kill, isArriving: true) == AtOnce * pass ? 1 : 0;
        seen +=
            await RowsAsync(kill, isArriving: false)
            + await CountAsync(team.Chat, line)
            + await CountAsync(sender, done);
        await stage.Bot.RunAsync();
        await SaidAsync(sender, question.Id, m => Says(m, done));
        await stage.SaidAllAsync(Patience);
        there += await RowsAsync(kill, isArriving: false);
        told += await CountAsync(team.Chat, line) + await CountAsync(sender, done);
        await stage.Bot.StopAsync();
    }

    private Task<int> RowsAsync(int list, bool isArriving) =>
        stage.Database.CountAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"from leads where list_id = {list} and {(isArriving ? "" : "not ")}is_arriving"
            )
        );

    private async Task<int> CountAsync(long chat, string words) =>
        (await stage.Telegram.MessagesAsync(chat, 0, TimeSpan.Zero)).Count(m => Says(m, words));

    private async Task<Message> SaidAsync(long chat, int after, Func<Message, bool> isIt)
    {
        Message? said = null;
        await Until.TrueAsync(
            async () =>
            {
                await Task.Delay(Look);
                said = (await stage.Telegram.MessagesAsync(chat, after, TimeSpan.Zero)).FirstOrDefault(isIt);
                return said is not null;
            },
            Patience,
            stage.Bot.Running
        );
        return said!;
    }

    private static bool Says(Message message, string words) =>
        Plain(message.Text ?? "").Contains(Plain(words), StringComparison.Ordinal);

    /// <summary>Without the marks that only guard how a text is shown.</summary>
    private static string Plain(string text) =>
        text.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);

    private Row Row(int kills) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Killed between two commits of a list of {Listed}, {kills} times, {stage.Database.Provider}: midway / seen before / there after / told"
            ),
            string.Create(CultureInfo.InvariantCulture, $"{kills} / 0 / {kills * Listed} / {kills * 2}"),
            string.Create(CultureInfo.InvariantCulture, $"{midway} / {seen} / {there} / {told}"),
            (midway, seen, there, told) == (kills, 0, kills * Listed, kills * 2)
        );
}
