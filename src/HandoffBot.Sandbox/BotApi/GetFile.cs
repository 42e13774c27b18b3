using HandoffBot.Sandbox.BotApi.Json;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

internal sealed class GetFile : WorldMethod
{
    private const int Largest = 20 << 20;

    protected override Answer Do(BotCall call, Draft draft)
    {
        var file =
            call.World.Files.ById(call.Parameters.Text("file_id")) ?? throw Refusal.BadRequest("invalid file_id");
        if (file.Bytes.Length > Largest)
        {
            throw Refusal.BadRequest("file is too big");
        }

        call.World.Files.GiveOut(file, call.World.Clock.GetUtcNow());
        return new Answer(FileJson.File(file));
    }
}
