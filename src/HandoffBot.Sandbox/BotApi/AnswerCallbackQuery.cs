using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

internal sealed class AnswerCallbackQuery : WorldMethod
{
    private const int LongestText = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    protected override Answer Do(BotCall call, Draft draft)
    {
        var press = draft.View.Presses.GetValueOrDefault(call.Parameters.Text("callback_query_id"));
        if (press is null || press.BotId != call.Bot.Id || draft.Now - press.At > Patience)
        {
            throw Refusal.BadRequest("query is too old and response timeout expired or query ID is invalid");
        }

        var text = call.Parameters.Text("text");
        if (text.Length > LongestText)
        {
            throw Refusal.BadRequest("MESSAGE_TOO_LONG");
        }

        var url = call.Parameters.Text("url");
        draft.Put(
            press with
            {
                Answer = new PressAnswer(
                    text.Length == 0 ? null : text,
                    call.Parameters.Flag("show_alert"),
                    url.Length == 0 ? null : url,
                    draft.Now
                ),
            }
        );
        return Answer.True;
    }
}
