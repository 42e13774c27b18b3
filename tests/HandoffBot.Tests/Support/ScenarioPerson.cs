using HandoffBot.Sandbox.World;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Support;

/// <summary>Somebody with a phone: presses, writes, and reads their private chat with the bot.</summary>
internal sealed class ScenarioPerson(Scenario scenario, Person person) : ScenarioChat(scenario, person.Id)
{
    public string Name => person.FirstName;

    public string? Username => person.Username;

    /// <summary>Presses a button and reads the answer.</summary>
    public async Task<PressAnswer> Press(Message message, string button)
    {
        var press = Story.World.Press(person.Id, message.ChatId, message.Id, button);
        return await Story.World.WaitForAnswerAsync(press, Patience);
    }

    /// <summary>Presses a button that only brings other buttons, and waits for them.</summary>
    public async Task<Message> Opens(Message message, string menu)
    {
        var before = Buttons(message);
        await Press(message, menu);
        return await new ScenarioChat(Story, message.ChatId).Expect(
            m => m.Id == message.Id && !Buttons(m).SequenceEqual(before),
            $"other buttons than {string.Join(", ", before)}"
        );
    }

    public async Task<PressAnswer> PressData(Message message, string data)
    {
        var press = Story.World.PressData(person.Id, message.ChatId, message.Id, data);
        return await Story.World.WaitForAnswerAsync(press, Patience);
    }

    /// <summary>Writes in the private chat.</summary>
    public Message Says(string text) => Story.World.Say(person.Id, person.Id, text);

    /// <summary>Sends a file in the private chat.</summary>
    public Message Sends(string name, byte[] bytes) => Story.World.SendDocument(person.Id, person.Id, name, bytes);

    /// <summary>Replies to a message of the bot, later than the bot wrote down that it stands there: a person has to read it first.</summary>
    public async Task<Message> RepliesTo(Message message, string text)
    {
        await Story.ReadUntilAsync(db =>
            db.Messages.AnyAsync(m => m.ChatId == message.ChatId && m.MessageId == message.Id)
        );
        return Story.World.Say(person.Id, message.ChatId, text, message.Id);
    }
}
