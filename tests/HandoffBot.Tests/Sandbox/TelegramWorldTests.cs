using HandoffBot.Sandbox.World;

namespace HandoffBot.Tests.Sandbox;

public sealed class TelegramWorldTests
{
    private readonly TelegramWorld _world = new();

    [Fact]
    public async Task Wait_ends_with_the_change_waited_for_or_gives_up()
    {
        _world.AddBot("1:x", "Bot", "bot");
        var person = _world.AddPerson("Anna");
        var wait = _world.WaitForAsync(view => view.Messages(person.Id).Any(), TimeSpan.FromSeconds(5));

        _world.Say(person.Id, person.Id, "hello");

        Assert.Equal("hello", (await wait).Messages(person.Id).Single().Text);
        await Assert.ThrowsAsync<TimeoutException>(() => _world.WaitForAsync(_ => false, TimeSpan.FromMilliseconds(1)));
    }

    [Fact]
    public void Change_that_fails_leaves_no_trace()
    {
        var person = _world.AddPerson("Anna");
        var before = _world.View;
        var told = 0;
        _world.Changed += () => told++;

        Assert.Throws<InvalidOperationException>(() =>
            _world.Change(draft =>
            {
                draft.Put(person with { FirstName = "Nobody" });
                throw new InvalidOperationException();
            })
        );

        Assert.Same(before, _world.View);
        Assert.Equal(0, told);
    }

    [Fact]
    public void View_taken_before_a_change_stays_as_it_was()
    {
        _world.AddBot("1:x", "Bot", "bot");
        var person = _world.AddPerson("Anna");
        var said = _world.Say(person.Id, person.Id, "one");
        var before = _world.View;

        _world.EditOwn(person.Id, said.Id, "two");

        Assert.Equal("one", before.Message(person.Id, said.Id)!.Text);
        Assert.Equal("two", _world.View.Message(person.Id, said.Id)!.Text);
    }

    [Fact]
    public void Fifty_presses_at_once_are_fifty_updates()
    {
        var bot = _world.AddBot("1:x", "Bot", "bot");
        var group = _world.AddSupergroup("Sales", _world.AddPerson("Anna").Id);
        var people = Enumerable.Range(0, 50).Select(n => _world.AddPerson($"P{n}")).ToList();

        var presses = people.AsParallel().Select(p => _world.PressData(p.Id, group.Id, 1, "x").Id).ToList();

        Assert.Equal(50, presses.Distinct().Count());
        var ids = _world.QueueOf(bot.Id).Take(0, 100).Select(update => update.Id).ToList();
        Assert.Equal(Enumerable.Range(ids[0], 50), ids);
    }

    [Fact]
    public void Call_log_keeps_the_last_two_thousand()
    {
        for (var n = 0; n < 2_005; n++)
        {
            _world.Calls.Add(new Call(0, default, "getMe", null));
        }

        var recent = _world.Calls.Recent();
        Assert.Equal((2_000, 6, 2_005), (recent.Length, recent[0].Number, _world.Calls.Count));
    }

    [Fact]
    public void Button_is_pressed_by_its_text_or_a_part_of_it_and_never_by_another()
    {
        var bot = _world.AddBot("1:x", "Bot", "bot");
        var anna = _world.AddPerson("Anna").Id;
        var group = _world.AddSupergroup("Sales", anna);
        var keyboard = new InlineKeyboard([
            [new Button("✋ Take") { CallbackData = "t" }, new Button("Bad") { CallbackData = "b" }],
        ]);
        var card = _world.Change(draft =>
            draft.Say(new Message(group.Id, 0, draft.Now, new Author(bot.Id)) { Text = "Lead", Markup = keyboard })
        );

        Assert.Equal("t", _world.Press(anna, group.Id, card.Id, "take").Data);
        Assert.Equal("b", _world.Press(anna, group.Id, card.Id, 1).Data);
        var missing = Assert.Throws<ArgumentException>(() => _world.Press(anna, group.Id, card.Id, "Release"));
        Assert.Contains("✋ Take, Bad", missing.Message);
    }
}
