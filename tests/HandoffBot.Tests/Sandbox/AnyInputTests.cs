using System.Text;
using System.Text.Json;
using CsCheck;
using HandoffBot.Sandbox.BotApi;

namespace HandoffBot.Tests.Sandbox;

/// <summary>Whatever comes in, the answer is Telegram's: a result or a refusal, never a mistake of the look-alike.</summary>
public sealed class AnyInputTests : StageTest
{
    private static readonly string[] Names =
    [
        .. "text caption reply_markup entities reply_parameters message_id message_ids media photo document".Split(' '),
        .. "commands scope reaction action user_id from_chat_id name menu_button file_id callback_query_id".Split(' '),
        .. "parse_mode url language_code message_thread_id description icon_color secret_token".Split(' '),
    ];

    private static readonly string[] Odd =
    [
        "",
        "0",
        "-1",
        "1",
        "99999999999999999999",
        "HTML",
        "null",
        "{}",
        "[]",
        "[[]]",
        "[null]",
        "[1]",
        "[{}]",
        "{\"inline_keyboard\":[[null]]}",
        "{\"inline_keyboard\":[[{\"text\":1,\"callback_data\":{}}]]}",
        "{\"keyboard\":[[1]]}",
        "{\"keyboard\":[[[]]]}",
        "[{\"type\":\"photo\"}]",
        "{\"type\":\"chat\",\"chat_id\":[]}",
        "{\"message_id\":{}}",
        "[{\"type\":\"bold\",\"offset\":-5,\"length\":2147483647}]",
        "[{\"type\":\"bold\",\"offset\":2147483647,\"length\":2147483647}]",
        "<b",
        "<a href=\"&#55296;\">x</a>",
        "&#xD800;&",
        "<tg-time unix=x>y</tg-time>",
        "\uD83D",
        "[\"\\ud800\"]",
        "[{\"command\":\"\\ud800\"}]",
        "attach://x",
        "@",
        "\u202E\u200D\0\u0007",
    ];

    [Fact]
    public async Task Odd_values_get_an_answer_of_telegram()
    {
        World.Limits.On = false;
        var methods = Methods.Names.Where(name => name is not ("GetUpdates" or "LeaveChat")).ToArray();
        var one = Gen.Select(
            Gen.Int[0, Names.Length - 1].Select(n => Names[n]),
            Gen.Int[0, Odd.Length - 1].Select(n => Odd[n])
        );
        var call = Gen.Select(Gen.Int[0, methods.Length - 1].Select(n => methods[n]), one.Array[0, 4]);

        await call.SampleAsync(
            async sample =>
            {
                var reply = await CallAsync(sample.Item1, sample.Item2);
                return reply.Status != 500
                    ? true
                    : throw new InvalidOperationException($"{sample.Item1}: {reply.Description}");
            },
            iter: 2_000
        );
    }

    [Fact]
    public async Task Random_bytes_in_a_body_get_an_answer_of_telegram()
    {
        string[] types = ["application/json", "application/x-www-form-urlencoded", "multipart/form-data", "x/y"];

        await Gen.Select(Gen.Byte.Array[0, 200], Gen.Int[0, 3].Select(n => types[n]))
            .SampleAsync(
                async sample =>
                {
                    using var content = new ByteArrayContent(sample.Item1);
                    content.Headers.TryAddWithoutValidation("Content-Type", sample.Item2);
                    using var response = await Stage.Http.PostAsync(
                        $"{Stage.Url}/bot{Stage.Token}/sendMessage",
                        content
                    );
                    return (int)response.StatusCode is >= 400 and < 500;
                },
                iter: 500
            );
    }

    private async Task<Reply> CallAsync(string method, (string Name, string Value)[] parameters)
    {
        var body = new Dictionary<string, string> { ["chat_id"] = $"{Group}" };
        foreach (var (name, value) in parameters)
        {
            body[name] = value;
        }

        using var content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using var response = await Stage.Http.PostAsync($"{Stage.Url}/bot{Stage.Token}/{method}", content);
        return await Reply.ReadAsync(response);
    }
}
