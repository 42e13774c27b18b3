using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using HandoffBot.Chat;
using HandoffBot.Persistence;
using HandoffBot.Telegram;
using HandoffBot.Telegram.Polling;
using HandoffBot.Tests.Features.Handoff;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Telegram;

/// <summary>Updates of every kind, whole and damaged: other types in known fields, fields that are gone, bytes that are no letters.</summary>
public sealed class RandomShapesTests
{
    private const string Sales = """{"id":-1001,"type":"supergroup","title":"Sales"}""";
    private const string Away = """{"id":-77,"type":"group","title":"Elsewhere"}""";
    private const string Private = """{"id":78,"type":"private","first_name":"X"}""";
    private const string Stranger =
        """{"id":78,"is_bot":false,"first_name":"X","last_name":"Y","username":"x_y","language_code":"ru"}""";
    private const string Photo = """{"file_id":"f","file_unique_id":"u","width":9,"height":9,"file_size":7}""";
    private const string File =
        """{"file_id":"f","file_unique_id":"u","file_name":"a.pdf","duration":1,"file_size":7}""";

    private static readonly BotIdentity Me = new(424242, "handoff_test_bot", false);

    private static readonly string[] Whole =
    [
        .. new[]
        {
            "\"text\":\"/find kazan\",\"entities\":[{\"type\":\"bot_command\",\"offset\":0,\"length\":5}]",
            $"\"caption\":\"x\",\"photo\":[{Photo}]",
            $"\"document\":{File}",
            $"\"voice\":{File}",
            "\"contact\":{\"phone_number\":\"+79123451234\",\"first_name\":\"A\"}",
            "\"location\":{\"latitude\":1.5,\"longitude\":2.5}",
            $"\"text\":\"hi\",\"reply_to_message\":{{\"message_id\":1,\"date\":1,\"chat\":{Sales}}}",
            $"\"left_chat_member\":{Stranger}",
            $"\"new_chat_members\":[{Stranger}]",
            "\"migrate_to_chat_id\":-1009",
            "\"new_chat_title\":\"x\"",
        }.SelectMany(said =>
            new[] { Away, Private, Sales }.SelectMany(chat =>
                new[] { "message", "edited_message", "channel_post" }.Select(kind => Message(kind, chat, said))
            )
        ),
        .. new[] { "member", "left", "kicked", "administrator", "creator", "restricted" }.SelectMany(status =>
            new[] { "my_chat_member", "chat_member" }.Select(kind => Membership(kind, Away, status))
        ),
        Press(Away, "1take.1"),
        Press(Private, "1reject.1.5"),
        "\"poll_answer\":{\"poll_id\":\"1\",\"option_ids\":[]}",
    ];

    private static readonly string?[] Odd =
    [
        null,
        "null",
        "true",
        "-1",
        "0",
        "1e300",
        "9223372036854775807",
        "\"\"",
        "\"\\u0000\"",
        "\"\\u202e🔥\"",
        "[]",
        "[null]",
        "{}",
        "[[{}]]",
    ];

    private static readonly Gen<string> Damaged =
        from whole in Gen.Int[0, Whole.Length - 1]
        from place in Gen.Int[0, 1000]
        from value in Gen.Int[0, Odd.Length - 1]
        select Damage(Whole[whole], place, Odd[value]);

    [Fact]
    public void Every_whole_one_is_read() =>
        Assert.All(Whole, body => Assert.Null(Letter.Open($$"""{"update_id":1,{{body}}}""", Me).Trouble));

    [Fact]
    public void Bytes_of_any_kind_are_an_update_or_refused_as_none()
    {
        var bytes =
            from text in Damaged
            from noise in Gen.Byte.Array[0, 8]
            from at in Gen.Int[0, 500]
            select Noisy(text, noise, at);

        bytes.Sample(
            text =>
            {
                try
                {
                    return Letter.Open(text, Me).Key.BotId == Me.Id;
                }
                catch (JsonException)
                {
                    return true;
                }
            },
            iter: 3000,
            threads: 1
        );
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"update_id":"7"}""")]
    [InlineData("""{"update_id":null}""")]
    [InlineData("""{"update_id":[7]}""")]
    [InlineData("""{"update_id":1.5}""")]
    [InlineData("""{"update_id":99999999999}""")]
    public void Without_a_number_it_is_none(string payload) =>
        Assert.Throws<JsonException>(() => Letter.Open(payload, Me));

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Damaged_ones_are_taken_and_change_no_lead(StorageProvider provider)
    {
        await using var stage = await RouterStage.StartAsync(provider);
        await stage.LeadAsync();
        var before = await stage.LeadsAsync();
        var sink = stage.Bot.Services.GetRequiredService<IUpdateSink>();
        var number = 1000;

        await Damaged.SampleAsync(
            async body =>
            {
                var letter = Letter.Open($$"""{"update_id":{{Interlocked.Increment(ref number)}},{{body}}}""", Me);
                await sink.HandleAsync(letter.Incoming, letter.Payload, CancellationToken.None);
            },
            iter: 300,
            threads: 1
        );

        Assert.Equal(before, await stage.LeadsAsync());
        Assert.Empty(await FailedAsync(stage));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Whatever_is_pressed_in_the_sales_chat_none_fails_and_each_lead_keeps_all_its_events(
        StorageProvider provider
    )
    {
        await using var stage = await RouterStage.StartAsync(provider);
        await LeadRows.AddAsync(stage.Bot);
        await LeadRows.AddAsync(stage.Bot, "+79120000002");
        string[] verbs =
        [
            .. typeof(LeadVerbs).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!),
        ];
        var presses =
            from verb in Gen.Int[0, verbs.Length - 1]
            from lead in Gen.Int[0, 3]
            from choice in Gen.Int[-1, 9]
            from who in Gen.Int[0, 3]
            select (Press: new ButtonPress(verbs[verb], lead, choice), Who: new long[] { 1, 11, 12, 78 }[who]);
        var number = 1000;

        await presses.SampleAsync(
            async press =>
            {
                var body = Press(Sales, CallbackData.Write(press.Press), press.Who);
                var letter = Letter.Open($$"""{"update_id":{{Interlocked.Increment(ref number)}},{{body}}}""", Me);
                await stage.Updates.Router.HandleAsync(letter.Incoming, letter.Payload, CancellationToken.None);
            },
            iter: 200,
            threads: 1
        );

        Assert.Empty(await FailedAsync(stage));
        Assert.All(stage.Answers, a => Assert.InRange(a.Text.Length, 0, 200));
        var leads = await stage.Bot.ReadAsync(db => db.Leads.AsNoTracking().ToListAsync());
        foreach (var lead in leads)
        {
            Assert.Equal(
                lead.Events,
                await stage.Bot.ReadAsync(db => db.LeadEvents.CountAsync(e => e.Lead == lead.Id))
            );
        }
    }

    private static Task<List<string>> FailedAsync(RouterStage stage) =>
        stage.Bot.ReadAsync(db =>
            db.Updates.Where(u => u.State == UpdateState.Failed).Select(u => u.Payload + " " + u.Error).ToListAsync()
        );

    private static string Message(string kind, string chat, string said) =>
        $$"""
            "{{kind}}":{"message_id":5,"date":1700000000,"chat":{{chat}},"from":{{Stranger}},{{said}}}
            """;

    private static string Membership(string kind, string chat, string status) =>
        $$"""
            "{{kind}}":{"chat":{{chat}},"from":{{Stranger}},"date":1,"old_chat_member":{"status":"left","user":{{Stranger}} },"new_chat_member":{"status":"{{status}}","user":{{Stranger}},"until_date":0} }
            """;

    private static string Press(string chat, string data, long who = 78) =>
        $$"""
            "callback_query":{"id":"1","from":{"id":{{who}},"is_bot":false,"first_name":"P"},"chat_instance":"1","data":{{JsonSerializer.Serialize(
                data
            )}},"message":{"message_id":5,"date":0,"chat":{{chat}} } }
            """;

    /// <summary>One value of it becomes another, or is gone.</summary>
    private static string Damage(string body, int place, string? value)
    {
        var root = JsonNode.Parse("{" + body + "}")!.AsObject();
        var nodes = Below(root).ToList();
        var node = nodes[place % nodes.Count];
        if (node.Parent is JsonArray list)
        {
            list[node.GetElementIndex()] = value is null ? null : JsonNode.Parse(value);
        }
        else if (value is null)
        {
            node.Parent!.AsObject().Remove(node.GetPropertyName());
        }
        else
        {
            node.Parent![node.GetPropertyName()] = JsonNode.Parse(value);
        }

        var text = root.ToJsonString();
        return text.Length > 2 ? text[1..^1] : "\"nothing\":1";
    }

    private static IEnumerable<JsonNode> Below(JsonNode node)
    {
        var children = node switch
        {
            JsonObject inner => inner.Select(p => p.Value),
            JsonArray inner => inner,
            _ => [],
        };
        return children.OfType<JsonNode>().SelectMany(c => Below(c).Prepend(c));
    }

    private static string Noisy(string body, byte[] noise, int at)
    {
        var bytes = Encoding.UTF8.GetBytes("{\"update_id\":1," + body + "}");
        noise.CopyTo(bytes, Math.Min(at, bytes.Length - noise.Length));
        return Encoding.UTF8.GetString(bytes);
    }
}
