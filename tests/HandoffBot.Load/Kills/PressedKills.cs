using HandoffBot.Load.Figures;
using HandoffBot.Load.Inside;
using HandoffBot.Load.Running;

namespace HandoffBot.Load.Kills;

/// <summary>Killed while it answers a press that takes a lead; afterwards everybody must be told the same.</summary>
internal sealed class PressedKills(KillStage stage)
{
    private const string Won = "is yours";

    private static readonly DeathPoint[] Points =
    [
        DeathPoint.BeforeAnswer,
        DeathPoint.AfterAnswer,
        DeathPoint.AfterClaimCommit,
        DeathPoint.BeforeTurn,
        DeathPoint.AfterTurn,
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Town.Team team = stage.Teams[0];
    private readonly long winner = stage.Reps.Keys.First();
    private readonly long rival = stage.Reps.Keys.Last();
    private (int Shown, int Winner, int Rival) told;
    private int last;

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Programs programs, Database database, int kills)
    {
        await using var stage = await KillStage.SettleAsync(programs, database, chats: 1);
        var pressed = new PressedKills(stage);
        for (var kill = 0; kill < kills; kill++)
        {
            await pressed.KillAsync(Points[kill % Points.Length], kill);
        }

        return [pressed.Row(kills)];
    }

    private async Task KillAsync(DeathPoint at, int number)
    {
        var doomed = stage.Doom(at, pass: 1);
        await stage.Bot.ReadyAsync();
        var answer = await stage.Bot.PostAsync(LeadPost.Of(number), team.Key);
        var card = await CardAsync(answer.Lead!);
        var take = card.DataOf(Cards.Take);
        await stage.Telegram.PressDataAsync([winner], team.Chat, card.Id, take);
        await Death.AwaitAsync(doomed, Patience);

        await stage.Bot.RunAsync();
        await stage.ConfirmedAllAsync(Patience);
        await stage.SaidAllAsync(Patience);
        await NoteAsync(card, take);
        await stage.ConfirmedAllAsync(Patience);
        await stage.SaidAllAsync(Patience);
        await stage.Bot.StopAsync();
    }

    private async Task NoteAsync(Message card, string take)
    {
        var name = stage.Reps[winner];
        var now = (await stage.Telegram.MessagesAsync(team.Chat, card.Id - 1, TimeSpan.Zero))[0];
        told.Shown += Says(now.Text, name);
        var answers = await stage.Telegram.PressDataAsync([winner, rival], team.Chat, card.Id, take, wait: true);
        told.Winner += Says(answers.Single(a => a.Person == winner).Text, Won);
        told.Rival += Says(answers.Single(a => a.Person == rival).Text, name);
    }

    private static int Says(string? text, string words) =>
        text?.Contains(words, StringComparison.Ordinal) == true ? 1 : 0;

    private async Task<Message> CardAsync(string lead)
    {
        while (true)
        {
            var messages = await stage.Telegram.MessagesAsync(team.Chat, last, Patience);
            last = messages.Length > 0 ? messages[^1].Id : throw new TimeoutException("The card did not come.");
            if (messages.FirstOrDefault(m => Cards.IsOf(m, lead)) is { } card)
            {
                return card;
            }
        }
    }

    private Row Row(int kills) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Killed while answering a press, {kills} times, {stage.Database.Provider}: the card shows the winner / the winner, a rival is told so at the next press"
            ),
            string.Create(CultureInfo.InvariantCulture, $"{kills} / {kills}, {kills} of {kills}"),
            string.Create(CultureInfo.InvariantCulture, $"{told.Shown} / {told.Winner}, {told.Rival} of {kills}"),
            told == (kills, kills, kills)
        );
}
