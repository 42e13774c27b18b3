using HandoffBot.Chat;
using HandoffBot.Features.Handoff;
using HandoffBot.Features.Handoff.Queue;
using HandoffBot.Features.Promotions;
using HandoffBot.Outbox;

namespace HandoffBot.Tests.Outbox;

/// <summary>A group got a new id while something was to be done with a message in it.</summary>
public sealed class MovedGroupTests
{
    private static readonly ChatAddress Old = new(-4, 0);
    private static readonly ChatAddress Moved = new(-1004, 0);

    public static TheoryData<string> AboutMessages => [nameof(ConfirmNote), nameof(PinQueue), nameof(PinPromotion)];

    [Theory, MemberData(nameof(AboutMessages))]
    public async Task What_belongs_to_a_message_of_the_old_group_is_done_to_none_of_the_new_one(string name)
    {
        var (delivery, arguments) = Of(name);
        var row = OutboxMessage.Of(new Intent(name, Old, "test:1", OutboxPriority.Turn, arguments), default);
        var before = await delivery.RenderAsync(row, CancellationToken.None);

        row.MoveTo(Moved);

        Assert.IsNotType<Speech.Silence>(before);
        Assert.IsType<Speech.Silence>(await delivery.RenderAsync(row, CancellationToken.None));
    }

    private static (IDelivery Delivery, object Arguments) Of(string name) =>
        name switch
        {
            nameof(ConfirmNote) => (new ConfirmNote(), new ConfirmNote.Arguments(8)),
            nameof(PinQueue) => (new PinQueue(), new PostQueue.Arguments(1, 8)),
            _ => (new PinPromotion(), new PromotionOf(1, 8)),
        };
}
