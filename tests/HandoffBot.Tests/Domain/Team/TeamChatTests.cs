using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Team;

public sealed class TeamChatTests
{
    [Fact]
    public void A_chat_whose_place_another_one_took_does_not_come_back()
    {
        var held = Chat();
        held.Hold("kicked");
        var lost = Chat();
        lost.Hold("kicked");
        lost.Lose(movedTo: -1002);

        held.Return();
        lost.Return();

        Assert.Equal((ChatState.Active, null), (held.State, held.HeldBecause));
        Assert.Equal(ChatState.Lost, lost.State);
    }

    private static TeamChat Chat()
    {
        var chat = new TeamChat { ChatId = -1001, Title = "Sales" };
        chat.Serve(new TeamId(1), ChatKind.Sales);
        return chat;
    }
}
