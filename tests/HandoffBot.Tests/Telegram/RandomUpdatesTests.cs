using System.Text.Json;
using CsCheck;
using HandoffBot.Chat;
using HandoffBot.Persistence;
using HandoffBot.Telegram;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Telegram.Bot;
using Update = Telegram.Bot.Types.Update;

namespace HandoffBot.Tests.Telegram;

public sealed class RandomUpdatesTests
{
    private static readonly BotIdentity Me = new(4242, "handoff_test_bot", false);

    private static readonly Gen<string> Chat = One(
        """{"id":-1001,"type":"supergroup","title":"Sales"}""",
        """{"id":-1002,"type":"channel","title":"Marketing"}""",
        """{"id":-9,"type":"group","title":""}""",
        """{"id":77,"type":"private","first_name":""}""",
        """{"id":11,"type":"private","first_name":"Ivan"}"""
    );

    private static readonly Gen<string> From = One(
        "",
        ""","from":{"id":77,"is_bot":false,"first_name":""}""",
        ""","from":{"id":4503599627370495,"is_bot":false,"first_name":"\u0000\u202e","language_code":"xx"}""",
        ""","from":{"id":1087968824,"is_bot":true,"first_name":"Group"}"""
    );

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[0, 40],
        One("/lead", "/lead L-1", "/find 999", "/start garbage", "/source", "/promo", "/new", "/setup", "/mine x")
    );

    private static readonly Gen<string> Message =
        from chat in Chat
        from sender in From
        from text in Text
        from reply in Gen.Int[0, 3]
        select $$"""{"message_id":5,"date":1,"chat":{{chat}}{{sender}},"text":{{JsonSerializer.Serialize(text)}}"""
            + (reply == 0 ? "" : $$""","reply_to_message":{"message_id":{{reply}},"date":0,"chat":{{chat}}}""")
            + "}";

    /// <summary>Where whoever presses is nobody's rep; a press in the sales chat makes one.</summary>
    private static readonly Gen<string> Elsewhere = One(
        """{"id":-1002,"type":"channel","title":"Marketing"}""",
        """{"id":-9,"type":"group","title":""}""",
        """{"id":78,"type":"private","first_name":""}"""
    );

    private static readonly string[] Verbs =
    [
        .. typeof(LeadVerbs).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!),
    ];

    private static readonly Gen<string> LeadData =
        from verb in One(Verbs)
        from lead in Gen.Int[-1, 2]
        from choice in Gen.Int[-1, 9]
        select CallbackData.Write(new ButtonPress(verb, lead, choice));

    private static readonly Gen<string> Press =
        from chat in Elsewhere
        from data in Gen.OneOf(Gen.String[0, 60], LeadData, LeadData)
        select $$"""{"id":"1","from":{"id":78,"is_bot":false,"first_name":"x"},"chat_instance":"1","data":{{JsonSerializer.Serialize(data)}},"""
            + "\"message\":{\"message_id\":5,\"date\":0,\"chat\":"
            + chat
            + "}}";

    private static readonly Gen<string> Body = Gen.OneOf(
        Message.Select(m => $"\"message\":{m}"),
        Message.Select(m => $"\"edited_message\":{m}"),
        Message.Select(m => $"\"channel_post\":{m}"),
        Press.Select(p => $"\"callback_query\":{p}"),
        One("\"poll_answer\":{\"poll_id\":\"1\",\"option_ids\":[]}", "\"unknown_thing\":{\"a\":[1,{}]}")
    );

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Random_updates_of_strangers_never_throw_and_never_change_a_lead(StorageProvider provider)
    {
        await using var stage = await RouterStage.StartAsync(provider);
        await stage.LeadAsync();
        var before = await stage.LeadsAsync();
        var sink = stage.Bot.Services.GetRequiredService<IUpdateSink>();
        var number = 1000;

        await Body.SampleAsync(
            async body =>
            {
                var json = $$"""{"update_id":{{Interlocked.Increment(ref number)}},{{body}}}""";
                var update = JsonSerializer.Deserialize<Update>(json, JsonBotAPI.Options)!;
                await sink.HandleAsync(UpdateReader.Read(update, Me), json, CancellationToken.None);
            },
            iter: 200,
            threads: 1
        );

        Assert.Equal(before, await stage.LeadsAsync());
        Assert.Equal(0, await stage.Bot.ReadAsync(db => db.Updates.CountAsync(u => u.State == UpdateState.Failed)));
        Assert.True(await stage.Bot.ReadAsync(db => db.Updates.CountAsync()) > 0);
    }

    private static Gen<string> One(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
