using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.Control;

/// <summary>What people do: they appear, get together, write and press.</summary>
internal sealed class PeopleEndpoints(TelegramWorld world)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public void Map(WebApplication app)
    {
        app.MapPost("/sandbox/people", Add);
        app.MapPost("/sandbox/groups", Gather);
        app.MapPost("/sandbox/start", Start);
        app.MapPost("/sandbox/say", Say);
        app.MapPost("/sandbox/send", Send);
        app.MapPost("/sandbox/press", PressAsync);
        app.MapPost("/sandbox/press-data", PressDataAsync);
        app.MapPost("/sandbox/repeat", Repeat);
    }

    private List<long> Add(NewPeople people) =>
        [.. people.Names.Select(name => world.AddPerson(name, languageCode: people.Language).Id)];

    private NewGroup.Made Gather(NewGroup group)
    {
        var creator = group.Members[0];
        var room = world.AddSupergroup(group.Title, creator, group.Members.Skip(1));
        world.AddBotTo(room.Id, creator, AdminRights.All);
        return new NewGroup.Made(room.Id);
    }

    private void Start(Beginning who) => world.Start(who.Person, who.Payload);

    private void Say(Saying said) => world.Say(world.View.Person(said.Person).Id, said.Chat, said.Text);

    private void Send(Sending sent) => world.SendDocument(sent.Person, sent.Person, sent.Name, sent.Bytes);

    /// <summary>All press at the same instant; answers when all have been answered.</summary>
    private async Task<AnsweredPress[]> PressAsync(Pressing pressing)
    {
        var presses = Known(pressing.People)
            .Select(p => world.Press(p, pressing.Chat, pressing.Message, pressing.Button))
            .ToList();
        return await Task.WhenAll(presses.Select(AnsweredAsync));
    }

    private async Task<AnsweredPress[]> PressDataAsync(DataPressing pressing)
    {
        var presses = Known(pressing.People)
            .Select(p => world.PressData(p, pressing.Chat, pressing.Message, pressing.Data))
            .ToList();
        return pressing.Wait ? await Task.WhenAll(presses.Select(AnsweredAsync)) : [];
    }

    private Repeating.Repeated Repeat(Repeating wanted) =>
        new(world.QueueOf(world.View.Bots.Keys.Min()).Repeat(wanted.Count));

    /// <summary>Where one of them does not exist, nobody presses.</summary>
    private List<long> Known(IEnumerable<long> people) => [.. people.Select(p => world.View.Person(p).Id)];

    private async Task<AnsweredPress> AnsweredAsync(Press press)
    {
        var answer = await world.WaitForAnswerAsync(press, Patience);
        return new AnsweredPress(press.PersonId, answer.Text, answer.Alert, press.At, answer.At);
    }
}
